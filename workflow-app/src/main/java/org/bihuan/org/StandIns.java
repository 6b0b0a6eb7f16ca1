package org.bihuan.org;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.org.DeputyMapper.Row;
import org.springframework.stereotype.Component;

/** Finds for whom somebody stands in today, by one statement. */
@Component
class StandIns {

    private final DeputyMapper mapper;
    private final Clock clock;

    StandIns(DeputyMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    List<StandIn> of(long staffId) {
        return mapper.standIns(staffId, OrgService.today(clock)).stream()
                .collect(Collectors.groupingBy(Row::absentId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(StandIns::of)
                .toList();
    }

    private static StandIn of(List<Row> rows) {
        boolean all = rows.stream().anyMatch(row -> row.family() == null);
        return new StandIn(
                rows.getFirst().absentId(),
                rows.getFirst().absentName(),
                all
                        ? Set.of()
                        : rows.stream()
                                .map(Row::family)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                rows.stream().map(Row::lastDay).max(Comparator.naturalOrder()).orElseThrow(),
                rows.stream().map(Row::post).distinct().toList());
    }
}
