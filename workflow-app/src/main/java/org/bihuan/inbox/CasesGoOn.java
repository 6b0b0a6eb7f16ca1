package org.bihuan.inbox;

import java.util.List;
import java.util.Set;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.engine.EngineInventory;
import org.bihuan.engine.EngineInventory.OpenInstance;
import org.springframework.stereotype.Component;

/** Every open process waits for somebody or something; none stands still for ever. */
@Component
class CasesGoOn implements Invariant {

    private final EngineInventory engine;

    CasesGoOn(EngineInventory engine) {
        this.engine = engine;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(3, "未结办件都有待办、定时或等待的消息", "every open case has a task, a timer or a message to wait for");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<OpenInstance> page = engine.instancesAfter("", PAGE);
        while (!page.isEmpty()) {
            Set<String> waiting = engine.waiting(page);
            page.stream()
                    .filter(instance -> !waiting.contains(instance.id()))
                    .forEach(instance -> findings.add(
                            instance.caseNumber() == null ? "process " + instance.id() : instance.caseNumber()));
            page = engine.instancesAfter(page.getLast().id(), PAGE);
        }
    }
}
