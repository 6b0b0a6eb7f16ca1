package org.bihuan.casefile;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** No case is missing that somebody was given the number of. */
@Component
class AcknowledgedCases implements Invariant {

    private final CaseInventory cases;

    AcknowledgedCases(CaseInventory cases) {
        this.cases = cases;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(1, "已告知受理的办件都在", "every acknowledged case is there");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<String> told = scope.acknowledged().stream()
                .map(Acknowledged::caseNumber)
                .distinct()
                .toList();
        for (int from = 0; from < told.size(); from += PAGE) {
            List<String> page = told.subList(from, Math.min(from + PAGE, told.size()));
            Set<String> known = cases.knownAmong(page);
            page.stream().filter(number -> !known.contains(number)).forEach(findings::add);
        }
    }
}
