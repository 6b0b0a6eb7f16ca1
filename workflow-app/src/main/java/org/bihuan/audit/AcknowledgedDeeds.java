package org.bihuan.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.casefile.Acknowledged;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** What somebody was told is done stands in the record, as often as it was told. */
@Component
class AcknowledgedDeeds implements Invariant {

    private final AuditInventory audit;

    AcknowledgedDeeds(AuditInventory audit) {
        this.audit = audit;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(1, "已告知成功的操作都有留痕", "every acknowledged deed stands in the record");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        Map<String, Map<String, Long>> told = scope.acknowledged().stream()
                .filter(act -> act.kind() == Acknowledged.Kind.DEED)
                .collect(Collectors.groupingBy(
                        Acknowledged::caseNumber, Collectors.groupingBy(Acknowledged::what, Collectors.counting())));
        List<String> numbers = new ArrayList<>(told.keySet());
        for (int from = 0; from < numbers.size(); from += PAGE) {
            List<String> page = numbers.subList(from, Math.min(from + PAGE, numbers.size()));
            Map<String, List<AuditInventory.Tally>> found = audit.tallies(page);
            for (String number : page) {
                told.get(number).forEach((type, times) -> {
                    long kept = found.getOrDefault(number, List.of()).stream()
                            .filter(tally -> tally.eventType().equals(type))
                            .mapToLong(AuditInventory.Tally::amount)
                            .sum();
                    if (kept < times) {
                        findings.add(number + " " + type);
                    }
                });
            }
        }
    }
}
