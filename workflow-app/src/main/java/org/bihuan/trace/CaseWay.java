package org.bihuan.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.engine.CaseTrail;

/**
 * The way of a case through its process model.
 *
 * @param model the process model as BPMN XML, in the version on which the case runs
 * @param current where the case stands now; empty when it has ended
 * @param done how many times each element was passed, by its id
 * @param brokenOff ids of elements that were left without being done, last time the case was there
 * @param flows ids of the sequence flows that the case took
 * @param ended whether the process is over
 */
public record CaseWay(
        String model,
        List<Step> current,
        Map<String, Integer> done,
        Set<String> brokenOff,
        Set<String> flows,
        boolean ended) {

    /** An element of the model and the name that people read; empty when the modeller gave none. */
    public record Step(String id, String name) {}

    /** The flow that led on from a visit, given by its place in the order. */
    private record Use(int visit, String flowId) {}

    static CaseWay through(CaseTrail trail) {
        return through(trail.model(), trail.flows(), trail.stays(), trail.ended());
    }

    /** The way that follows from the visits, given in the order in which they began. */
    static CaseWay through(String model, List<CaseTrail.Flow> flows, List<CaseTrail.Stay> visits, boolean ended) {
        Set<Use> uses = uses(flows, visits);
        Set<Integer> ledOn = uses.stream().map(Use::visit).collect(Collectors.toSet());
        var current = new LinkedHashSet<Step>();
        var done = new LinkedHashMap<String, Integer>();
        var brokenOff = new LinkedHashSet<String>();
        for (int i = 0; i < visits.size(); i++) {
            CaseTrail.Stay visit = visits.get(i);
            brokenOff.remove(visit.elementId());
            if (visit.outcome() == CaseTrail.Outcome.OPEN) {
                if (!visit.container()) {
                    current.add(new Step(visit.elementId(), visit.name()));
                }
            } else if (visit.outcome() == CaseTrail.Outcome.DONE || ledOn.contains(i)) {
                // A gateway that waits for events counts as cancelled in the engine although the case went on from it.
                done.merge(visit.elementId(), 1, Integer::sum);
            } else {
                brokenOff.add(visit.elementId());
            }
        }
        var taken = uses.stream().map(Use::flowId).collect(Collectors.toSet());
        return new CaseWay(model, List.copyOf(current), done, brokenOff, taken, ended);
    }

    /**
     * The engine keeps visits but not flows. A visit came from the latest earlier visit that has a flow to it; a flow
     * that already brought somebody from there is not used again, so that both branches of a join are found.
     */
    private static Set<Use> uses(List<CaseTrail.Flow> flows, List<CaseTrail.Stay> visits) {
        var uses = new HashSet<Use>();
        for (int to = 1; to < visits.size(); to++) {
            List<CaseTrail.Flow> incoming = incoming(flows, visits.get(to));
            boolean found = incoming.isEmpty();
            for (int from = to - 1; from >= 0 && !found; from--) {
                for (CaseTrail.Flow flow : incoming) {
                    found = found
                            || flow.sourceId().equals(visits.get(from).elementId())
                                    && uses.add(new Use(from, flow.id()));
                }
            }
        }
        return uses;
    }

    private static List<CaseTrail.Flow> incoming(List<CaseTrail.Flow> flows, CaseTrail.Stay visit) {
        var incoming = new ArrayList<>(flows);
        incoming.removeIf(flow -> !flow.targetId().equals(visit.elementId()));
        return incoming;
    }
}
