package org.bihuan.calendar;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the nation's days that the product ships for years without data, and for years that so far are provisional when
 * a newer version ships the published ones. What an administrator loaded stays. Runs before other runners, since the
 * demonstration reckons deadlines.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NationalDays implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NationalDays.class);

    private final CalendarMapper mapper;
    private final CalendarStore store;
    private final ResourcePatternResolver resources;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NationalDays(
            CalendarMapper mapper,
            CalendarStore store,
            ResourcePatternResolver resources,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.store = store;
        this.resources = resources;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Resource[] files = resources.getResources("classpath*:migrations/calendar/cn-*.csv");
        Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        for (Resource file : files) {
            DayCsv.Content content = DayCsv.read(file.getContentAsByteArray());
            if (!content.badRows().isEmpty()) {
                throw new IllegalStateException(file + " has bad rows: " + content.badRows());
            }
            transaction.executeWithoutResult(status -> load(content.days()));
        }
        int year = DateFormats.day(clock.instant()).getYear();
        if (!mapper.years().contains(year)) {
            LOG.warn(
                    "No holidays of {} are known: deadlines are reckoned Monday to Friday. Load them at "
                            + "/admin/calendar.",
                    year);
        }
    }

    private void load(List<CalendarDay> days) {
        // Another node may be starting too: look only after it has finished.
        store.lock();
        List<Integer> known = mapper.years();
        List<Integer> provisional = mapper.provisionalYears();
        List<CalendarDay> news =
                days.stream().collect(Collectors.groupingBy(day -> day.date().getYear())).entrySet().stream()
                        .filter(year -> !known.contains(year.getKey())
                                || provisional.contains(year.getKey())
                                        && year.getValue().stream().noneMatch(CalendarDay::provisional))
                        .flatMap(year -> year.getValue().stream())
                        .toList();
        if (!news.isEmpty()) {
            ImportReport report = store.replaceYears(news);
            LOG.info("Loaded the holidays and exchanged workdays of {}", report.years());
        }
    }
}
