package org.bihuan.task;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.engine.EngineInventory;
import org.bihuan.engine.EngineInventory.OpenInstance;
import org.bihuan.inbox.RestingTasks;
import org.springframework.stereotype.Component;

/** A case rests in its ledger, in the lists and in the engine alike, or in none of them. */
@Component
class RestingCasesStandStill implements Invariant {

    private final RestMapper mapper;
    private final RestingTasks resting;
    private final EngineInventory engine;

    RestingCasesStandStill(RestMapper mapper, RestingTasks resting, EngineInventory engine) {
        this.mapper = mapper;
        this.resting = resting;
        this.engine = engine;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(3, "挂起的办件在清单和引擎里都已停下", "cases at rest stand still in the lists and in the engine");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        Set<String> stopped = stopped(findings);
        List<String> page = mapper.openAfter("", PAGE);
        while (!page.isEmpty()) {
            Set<String> awake = resting.awakeAmong(page);
            page.stream()
                    .filter(number -> awake.contains(number) || !stopped.contains(number))
                    .forEach(findings::add);
            page = mapper.openAfter(page.getLast(), PAGE);
        }
        page = resting.restingAfter("", PAGE);
        while (!page.isEmpty()) {
            report(page, findings);
            page = resting.restingAfter(page.getLast(), PAGE);
        }
    }

    /** Numbers of the cases whose process is stopped; few cases rest at a time. */
    private Set<String> stopped(Findings findings) {
        var stopped = new HashSet<String>();
        List<OpenInstance> page = engine.stoppedAfter("", PAGE);
        while (!page.isEmpty()) {
            List<String> numbers = page.stream()
                    .map(OpenInstance::caseNumber)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            report(numbers, findings);
            stopped.addAll(numbers);
            page = engine.stoppedAfter(page.getLast().id(), PAGE);
        }
        return stopped;
    }

    private void report(Collection<String> numbers, Findings findings) {
        Set<String> known = numbers.isEmpty() ? Set.of() : mapper.openAmong(numbers);
        numbers.stream().filter(number -> !known.contains(number)).forEach(findings::add);
    }
}
