package org.bihuan.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps days and hours in memory. Each node asks once a minute whether their version has moved on, so a change made on
 * another node counts here within a minute.
 */
@Component
class CalendarCache implements Supplier<CalendarSnapshot> {

    private static final Duration TRUST = Duration.ofMinutes(1);

    private record Checked(CalendarSnapshot snapshot, Instant at) {}

    private final CalendarMapper mapper;
    private final Clock clock;

    private volatile @Nullable Checked checked;

    CalendarCache(CalendarMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public CalendarSnapshot get() {
        Checked last = checked;
        Instant now = clock.instant();
        if (last != null && Duration.between(last.at, now).abs().compareTo(TRUST) < 0) {
            return last.snapshot;
        }
        // Version first: if somebody changes the days between the two reads, the next check reloads once more.
        long version = mapper.version();
        CalendarSnapshot snapshot = last != null && last.snapshot.version() == version ? last.snapshot : load(version);
        checked = new Checked(snapshot, now);
        return snapshot;
    }

    /**
     * Forgets everything when the running transaction has ended, either way: meanwhile it may have read its own changes
     * into memory.
     */
    void forgetAfterTransaction() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                checked = null;
            }
        });
    }

    private CalendarSnapshot load(long version) {
        Map<Long, WorkingHours> hours = new HashMap<>();
        mapper.hours().forEach(row -> hours.put(row.unitId(), row.hours()));
        return new CalendarSnapshot(
                version,
                mapper.allDays().stream().collect(Collectors.toUnmodifiableMap(CalendarDay::date, Function.identity())),
                Map.copyOf(hours));
    }
}
