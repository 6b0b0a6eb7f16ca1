package org.bihuan.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The ways that a model lays for its tokens. A subprocess is a place like any other to whoever does not enter it; each
 * question says which ones it enters.
 */
final class StepGraph {

    /** What an element is to a token. */
    enum Part {
        STEP,
        START,
        END,
        /** An embedded subprocess, entered at its start and left when all inside of it has ended. */
        SCOPE
    }

    /** How many of several flows are taken, or are waited for. */
    enum Share {
        ONE,
        SOME,
        ALL
    }

    /**
     * An element.
     *
     * @param scope id of the subprocess or process around it
     * @param several whether it has as many instances as its model reckons
     * @param atOnce whether a token passes it without waiting and without doing anything
     * @param gathers whether tokens wait here for one another
     * @param next elements to which its flows lead
     * @param broken events that lead away from it, ending it
     * @param beside events that send another token on its way while it goes on
     */
    record Node(
            String id,
            String name,
            String scope,
            Part part,
            boolean several,
            boolean atOnce,
            boolean gathers,
            Share share,
            int incoming,
            List<String> next,
            List<String> broken,
            List<String> beside) {}

    private final Map<String, Node> nodes;

    private StepGraph(Map<String, Node> nodes) {
        this.nodes = nodes;
    }

    /** All processes of the file; ids are unique in it. */
    static StepGraph of(BpmnModelInstance model) {
        var broken = new HashMap<String, List<String>>();
        var beside = new HashMap<String, List<String>>();
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            (event.cancelActivity() ? broken : beside)
                    .computeIfAbsent(event.getAttachedTo().getId(), host -> new ArrayList<>())
                    .add(event.getId());
        }
        // Elements need not name their flows, flows name their elements.
        Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
        var nodes = new LinkedHashMap<String, Node>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            nodes.put(node.getId(), node(node, flows, events(broken, node), events(beside, node)));
        }
        return new StepGraph(nodes);
    }

    private static List<String> events(Map<String, List<String>> events, FlowNode host) {
        return events.getOrDefault(host.getId(), List.of());
    }

    private static Node node(FlowNode node, Collection<SequenceFlow> flows, List<String> broken, List<String> beside) {
        List<SequenceFlow> outgoing =
                flows.stream().filter(flow -> flow.getSource().equals(node)).toList();
        int incoming = (int)
                flows.stream().filter(flow -> flow.getTarget().equals(node)).count();
        boolean joins = node instanceof ParallelGateway || node instanceof InclusiveGateway;
        return new Node(
                node.getId(),
                node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName(),
                idOf(node.getParentElement()),
                part(node),
                node instanceof Activity activity && activity.getLoopCharacteristics() != null,
                atOnce(node),
                joins && incoming > 1,
                share(node, outgoing),
                incoming,
                outgoing.stream().map(flow -> flow.getTarget().getId()).toList(),
                broken,
                beside);
    }

    private static String idOf(ModelElementInstance element) {
        return Objects.requireNonNullElse(element.getAttributeValue("id"), "");
    }

    private static Part part(FlowNode node) {
        if (node instanceof SubProcess subProcess) {
            return subProcess.triggeredByEvent() ? Part.STEP : Part.SCOPE;
        }
        if (node instanceof StartEvent) {
            return Part.START;
        }
        // An end that breaks off what is around it leads nowhere that somebody could come back from.
        return node instanceof EndEvent end && end.getEventDefinitions().isEmpty() ? Part.END : Part.STEP;
    }

    private static boolean atOnce(FlowNode node) {
        // An event-based gateway waits, and refuses to be asked whether it is asynchronous.
        if (node instanceof EventBasedGateway || node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()) {
            return false;
        }
        boolean passive = node instanceof StartEvent
                || node instanceof Gateway
                || node instanceof BusinessRuleTask
                || node instanceof ManualTask
                || node.getElementType().getTypeName().equals("task");
        boolean silent = node instanceof ThrowEvent thrown
                && thrown.getEventDefinitions().isEmpty();
        boolean entered = node instanceof SubProcess subProcess && subProcess.getLoopCharacteristics() == null;
        return passive || silent || entered;
    }

    private static Share share(FlowNode node, List<SequenceFlow> outgoing) {
        if (node instanceof ExclusiveGateway || node instanceof EventBasedGateway) {
            return Share.ONE;
        }
        boolean conditions = node.getOutgoing().stream()
                .map(SequenceFlow::getConditionExpression)
                .anyMatch(Objects::nonNull);
        return node instanceof InclusiveGateway || conditions && !(node instanceof Gateway) ? Share.SOME : Share.ALL;
    }

    Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    /** Subprocesses around the element, from the outermost. */
    List<String> around(String id) {
        var around = new ArrayList<String>();
        for (String scope = node(id).scope(); has(scope); scope = node(scope).scope()) {
            around.addFirst(scope);
        }
        return around;
    }

    /** Id of the process in which the element lies. */
    String process(String id) {
        List<String> around = around(id);
        return node(around.isEmpty() ? id : around.getFirst()).scope();
    }

    /** Subprocesses that a token can be followed into: those that are embedded once. */
    Set<String> scopes() {
        var scopes = new HashSet<String>();
        nodes.values().stream()
                .filter(node -> node.part() == Part.SCOPE && !node.several())
                .map(Node::id)
                .forEach(scopes::add);
        return scopes;
    }

    /** Joins of parallel branches around the element. */
    Set<String> joinsAround(String id) {
        var around = new HashSet<>(around(id));
        around.add(process(id));
        return nodes.values().stream()
                .filter(node -> node.gathers() && node.share() == Share.ALL && around.contains(node.scope()))
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    /** Where a process or subprocess begins by itself. */
    List<String> starts(String scope) {
        return nodes.values().stream()
                .filter(node -> node.part() == Part.START && node.scope().equals(scope))
                .map(Node::id)
                .toList();
    }

    /** Elements directly ahead of it, on whatever way. */
    Collection<String> ahead(String id, Set<String> entered) {
        Node node = node(id);
        var ahead = new LinkedHashSet<>(node.broken());
        ahead.addAll(node.beside());
        if (node.part() == Part.SCOPE && entered.contains(id)) {
            ahead.addAll(starts(id));
        } else if (node.part() == Part.END && has(node.scope())) {
            ahead.addAll(node(node.scope()).next());
        } else {
            ahead.addAll(node.next());
        }
        return ahead;
    }

    /** Everything that lies ahead; nothing is looked for behind elements that are avoided. */
    Set<String> reachable(String from, Set<String> entered, Set<String> avoided) {
        var found = new HashSet<String>();
        var todo = new ArrayDeque<String>(List.of(from));
        while (!todo.isEmpty()) {
            for (String next : ahead(todo.pop(), entered)) {
                if (found.add(next) && !avoided.contains(next)) {
                    todo.push(next);
                }
            }
        }
        return found;
    }

    /** What will be passed again by whoever goes from an element to those goals, with everything inside of it. */
    Set<String> between(String from, Set<String> goals, Set<String> entered) {
        var passed = new HashSet<>(goals);
        passed.add(from);
        for (String id : reachable(from, entered, goals)) {
            if (reachable(id, entered, Set.of(from)).stream().anyMatch(goals::contains)) {
                passed.add(id);
            }
        }
        passed.removeAll(entered);
        nodes.keySet().stream()
                .filter(id -> around(id).stream().anyMatch(passed::contains))
                .toList()
                .forEach(passed::add);
        return passed;
    }
}
