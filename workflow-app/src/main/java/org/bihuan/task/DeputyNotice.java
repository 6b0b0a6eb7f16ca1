package org.bihuan.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bihuan.operation.Notice;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Deputies;
import org.bihuan.org.Deputy;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.stereotype.Component;

/** Reminds deputies in whose place they act, and whoever comes back that somebody still acts in his. */
@Component
class DeputyNotice implements Notice {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Deputies deputies;
    private final CurrentUser user;
    private final Rights rights;
    private final Clock clock;

    DeputyNotice(Deputies deputies, CurrentUser user, Rights rights, Clock clock) {
        this.deputies = deputies;
        this.user = user;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public List<Line> lines() {
        if (!rights.may(Verb.DEPUTY_APPOINT)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        user.standIns()
                .forEach(one -> lines.add(new Line(
                        "deputy.notice.for", List.of(one.name(), one.lastDay().toString()), "")));
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        List<Deputy> mine = deputies.mine().stream()
                .filter(one -> !one.from().isAfter(today))
                .toList();
        if (!mine.isEmpty()) {
            String names = mine.stream().map(Deputy::deputyName).distinct().collect(Collectors.joining("、"));
            LocalDate last = Objects.requireNonNull(
                    mine.stream().map(Deputy::lastDay).max(LocalDate::compareTo).orElse(null));
            lines.add(new Line("deputy.notice.by", List.of(names, last.toString()), "account/deputy"));
        }
        return lines;
    }
}
