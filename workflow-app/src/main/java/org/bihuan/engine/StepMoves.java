package org.bihuan.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.StepLevel.Token;
import org.bihuan.engine.WayBack.Hindrance;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a case go back to a step that was done, as its model allows: afterwards it stands as it could have come to stand
 * by itself, so that it can always be finished. Task listeners run, so the inbox follows. Always inside the caller's
 * transaction, with the case locked.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StepMoves {

    private final StepPlaces places;
    private final RuntimeService runtime;
    private final TaskService tasks;

    StepMoves(StepPlaces places, RuntimeService runtime, TaskService tasks) {
        this.places = places;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Ways from the open task back to steps that were done, by the tasks of the steps. */
    public Map<String, WayBack> back(String taskId, Collection<String> doneTaskIds) {
        var ways = new LinkedHashMap<String, WayBack>();
        List<StepLevel> levels = places.levels(taskId);
        Map<String, StepPlaces.Done> tasks = levels.isEmpty()
                ? Map.of()
                : places.tasksOf(levels.getFirst().root().getId()).stream()
                        .collect(Collectors.toMap(StepPlaces.Done::taskId, Function.identity()));
        doneTaskIds.forEach(id -> ways.put(
                id,
                Optional.ofNullable(tasks.get(id))
                        .map(done -> back(levels, done))
                        .orElseGet(() -> WayBack.shut(Hindrance.ENDED_PART))));
        return ways;
    }

    private WayBack back(List<StepLevel> levels, StepPlaces.Done done) {
        StepLevel level = levels.stream()
                .filter(one -> one.root().getId().equals(done.processId()))
                .findFirst()
                .orElse(null);
        if (level == null) {
            return WayBack.shut(Hindrance.ENDED_PART);
        }
        StepGraph graph = level.graph();
        String toKey = done.taskKey();
        Set<String> entered = Set.copyOf(graph.around(toKey));
        List<Token> tokens = level.tokens(entered);
        Token from = tokens.stream()
                .filter(token -> token.holds(level.within()))
                .findFirst()
                .orElseThrow();
        var others = new ArrayList<>(tokens);
        others.remove(from);
        Set<String> lenders = places.passedSince(level, graph.joinsAround(toKey), done.completedAt());
        var found = StepWays.find(
                        graph, entered, toKey, List.of(from.element()), Token.elements(others), lenders, false)
                .orElse(null);
        if (found == null) {
            boolean ahead = graph.reachable(toKey, entered, Set.of()).contains(from.element());
            return WayBack.shut(ahead ? Hindrance.BRANCH : Hindrance.NOT_EARLIER);
        }
        List<Token> ending = new ArrayList<>(Token.pick(others, found.beside()));
        others.removeAll(ending);
        if (Token.elements(others).contains(toKey)) {
            return WayBack.shut(Hindrance.BRANCH);
        }
        ending.addFirst(from);
        return level.way(toKey, ending, found.lent());
    }

    /**
     * The way back to a step that was done, as long as nothing else happened after it.
     *
     * @param doneTaskId task of the step
     * @param successors open tasks that its completion made
     */
    public WayBack takeBack(CaseNumber number, String doneTaskId, Collection<String> successors) {
        StepPlaces.Done done = places.done(number, doneTaskId).orElse(null);
        StepLevel level = done == null ? null : places.of(done).orElse(null);
        if (done == null || level == null) {
            return WayBack.shut(Hindrance.ENDED_PART);
        }
        StepGraph graph = level.graph();
        Set<String> scopes = graph.scopes();
        if (graph.node(done.taskKey()).several() || !scopes.containsAll(graph.around(done.taskKey()))) {
            return WayBack.shut(Hindrance.BRANCH);
        }
        List<Token> tokens = level.tokens(scopes);
        List<Token> made = places.holding(level, tokens, successors);
        var others = new ArrayList<>(tokens);
        others.removeAll(made);
        others.removeIf(token -> !graph.node(token.element()).gathers()
                || !places.waitsSince(level, token.element(), done.completedAt()));
        var found = StepWays.find(
                        graph,
                        scopes,
                        done.taskKey(),
                        Token.elements(made),
                        Token.elements(others),
                        graph.joinsAround(done.taskKey()),
                        true)
                .orElse(null);
        if (found == null || !made.stream().allMatch(token -> places.untouched(level, token, successors))) {
            return WayBack.shut(Hindrance.WENT_ON);
        }
        List<Token> ending = new ArrayList<>(made);
        ending.addAll(Token.pick(others, found.beside()));
        return ending.isEmpty() ? WayBack.shut(Hindrance.WENT_ON) : level.way(done.taskKey(), ending, found.lent());
    }

    /** Those of the tasks, open or done, that will be done once more after going that way. */
    public Set<String> again(WayBack way) {
        Map<String, String> children = places.children(way.processId());
        return places.tasksOf(way.processId()).stream()
                .filter(task -> way.again()
                        .contains(
                                task.processId().equals(way.processId())
                                        ? task.taskKey()
                                        : children.getOrDefault(task.processId(), "")))
                .map(StepPlaces.Done::taskId)
                .collect(Collectors.toSet());
    }

    /**
     * Goes back; the tokens that stand ahead end, with all open tasks and timers there.
     *
     * @return ids of the tasks that are open again: one, several if the model says that several do it, or none while a
     *     job must run before
     */
    public List<String> go(WayBack way) {
        Set<String> before = open(way);
        var modification = runtime.createProcessInstanceModification(way.processId());
        // Before the old ones go, so that subprocesses around both live on.
        modification.startBeforeActivity(way.toElement(), way.scopeId());
        for (WayBack.Ending token : way.ending()) {
            if (token.waitsForJob()) {
                modification.cancelTransitionInstance(token.id());
            } else {
                modification.cancelActivityInstance(token.id());
            }
        }
        // After the old ones have gone, so that no join meets tokens of both.
        way.lent().forEach(modification::startBeforeActivity);
        modification.execute();
        return open(way).stream().filter(id -> !before.contains(id)).toList();
    }

    private Set<String> open(WayBack way) {
        return tasks.createTaskQuery().processInstanceId(way.processId()).taskDefinitionKey(way.toKey()).list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
    }
}
