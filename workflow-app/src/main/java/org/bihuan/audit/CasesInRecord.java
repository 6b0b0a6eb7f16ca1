package org.bihuan.audit;

import java.util.List;
import java.util.Map;
import org.bihuan.casefile.CaseInventory;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** Every case has entries; the families compare more closely. */
@Component
class CasesInRecord implements Invariant {

    private final CaseInventory cases;
    private final AuditInventory audit;

    CasesInRecord(CaseInventory cases, AuditInventory audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(6, "每个办件都有留痕", "every case has entries in the record");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<String> page = cases.numbersAfter("", PAGE);
        while (!page.isEmpty()) {
            Map<String, List<AuditInventory.Tally>> found = audit.tallies(page);
            page.stream().filter(number -> !found.containsKey(number)).forEach(findings::add);
            page = cases.numbersAfter(page.getLast(), PAGE);
        }
    }
}
