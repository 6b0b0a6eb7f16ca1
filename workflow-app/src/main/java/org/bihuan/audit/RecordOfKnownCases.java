package org.bihuan.audit;

import java.util.List;
import java.util.Set;
import org.bihuan.casefile.CaseInventory;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** No entry speaks of a case that does not exist. */
@Component
class RecordOfKnownCases implements Invariant {

    private final AuditCheckMapper mapper;
    private final CaseInventory cases;

    RecordOfKnownCases(AuditCheckMapper mapper, CaseInventory cases) {
        this.mapper = mapper;
        this.cases = cases;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(7, "留痕所指的办件都存在", "every entry of the record belongs to a case");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<String> page = mapper.caseNumbersAfter("", PAGE);
        while (!page.isEmpty()) {
            Set<String> known = cases.knownAmong(page);
            page.stream().filter(number -> !known.contains(number)).forEach(findings::add);
            page = mapper.caseNumbersAfter(page.getLast(), PAGE);
        }
    }
}
