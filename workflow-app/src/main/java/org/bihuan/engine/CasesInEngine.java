package org.bihuan.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.casefile.CaseInventory;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** Every open case has one open process, and every open process belongs to an open case. */
@Component
class CasesInEngine implements Invariant {

    private final CaseInventory cases;
    private final EngineInventory engine;

    CasesInEngine(CaseInventory cases, EngineInventory engine) {
        this.cases = cases;
        this.engine = engine;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(2, "未结办件与流程实例一一对应", "open cases and open processes match one to one");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        casesWithoutProcess(findings);
        processesWithoutCase(findings);
    }

    private void casesWithoutProcess(Findings findings) {
        List<String> page = numbersAfter("");
        while (!page.isEmpty()) {
            var once = new HashSet<String>();
            var more = new HashSet<String>();
            engine.instancesOf(page).stream()
                    .map(EngineInventory.OpenInstance::caseNumber)
                    .filter(Objects::nonNull)
                    .filter(number -> !once.add(number))
                    .forEach(more::add);
            page.stream().filter(number -> !once.contains(number)).forEach(findings::add);
            more.forEach(findings::add);
            page = numbersAfter(page.getLast());
        }
    }

    private List<String> numbersAfter(String number) {
        return cases.openAfter(number, PAGE).stream()
                .map(CaseInventory.OpenCase::number)
                .toList();
    }

    private void processesWithoutCase(Findings findings) {
        List<EngineInventory.OpenInstance> page = engine.instancesAfter("", PAGE);
        while (!page.isEmpty()) {
            Set<String> open = cases.openAmong(page.stream()
                    .map(EngineInventory.OpenInstance::caseNumber)
                    .filter(Objects::nonNull)
                    .toList());
            page.stream()
                    .filter(instance -> instance.caseNumber() == null || !open.contains(instance.caseNumber()))
                    .forEach(instance -> findings.add(
                            instance.caseNumber() == null ? "process " + instance.id() : instance.caseNumber()));
            page = engine.instancesAfter(page.getLast().id(), PAGE);
        }
    }
}
