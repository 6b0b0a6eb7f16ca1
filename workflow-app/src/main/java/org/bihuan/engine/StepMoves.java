package org.bihuan.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Ways from the open task back to steps, by the keys of the steps. */
    public Map<String, WayBack> back(String taskId, Collection<String> toKeys) {
        var ways = new LinkedHashMap<String, WayBack>();
        List<StepLevel> levels = places.levels(taskId);
        toKeys.forEach(key -> ways.put(key, back(levels, key)));
        return ways;
    }

    private static WayBack back(List<StepLevel> levels, String toKey) {
        StepLevel level =
                levels.stream().filter(one -> one.hasStep(toKey)).findFirst().orElse(null);
        if (level == null) {
            return WayBack.shut(Hindrance.ENDED_PART);
        }
        StepGraph graph = level.graph();
        Set<String> entered = Set.copyOf(graph.around(toKey));
        List<Token> tokens = level.tokens(entered);
        Token from = tokens.stream()
                .filter(token -> token.holds(level.within()))
                .findFirst()
                .orElseThrow();
        var others = new ArrayList<>(tokens);
        others.remove(from);
        var beside = StepWays.beside(graph, entered, toKey, List.of(from.element()), Token.elements(others), false);
        if (beside.isEmpty()) {
            boolean ahead = graph.reachable(toKey, entered, Set.of()).contains(from.element());
            return WayBack.shut(ahead ? Hindrance.BRANCH : Hindrance.NOT_EARLIER);
        }
        List<Token> ending = new ArrayList<>(Token.pick(others, beside.get()));
        others.removeAll(ending);
        if (Token.elements(others).contains(toKey)) {
            return WayBack.shut(Hindrance.BRANCH);
        }
        ending.addFirst(from);
        return level.way(toKey, ending);
    }

    /**
     * The way back to a step that was done, as long as nothing else happened after it.
     *
     * @param doneTaskId task of the step
     * @param successors open tasks that its completion made
     */
    public WayBack takeBack(String doneTaskId, Collection<String> successors) {
        StepLevel level = places.after(doneTaskId).orElse(null);
        if (level == null) {
            return WayBack.shut(Hindrance.ENDED_PART);
        }
        StepPlaces.Done done = places.done(doneTaskId);
        if (!level.hasStep(done.taskKey())
                || !level.graph().scopes().containsAll(level.graph().around(done.taskKey()))) {
            return WayBack.shut(Hindrance.BRANCH);
        }
        List<Token> tokens = level.tokens(level.graph().scopes());
        List<Token> made = places.holding(level, tokens, successors);
        var others = new ArrayList<>(tokens);
        others.removeAll(made);
        others.removeIf(token ->
                !level.graph().node(token.element()).gathers() || !places.waitsSince(level, token, done.completedAt()));
        var beside = StepWays.beside(
                level.graph(),
                level.graph().scopes(),
                done.taskKey(),
                Token.elements(made),
                Token.elements(others),
                true);
        if (beside.isEmpty() || !made.stream().allMatch(token -> places.untouched(level, token, successors))) {
            return WayBack.shut(Hindrance.WENT_ON);
        }
        List<Token> ending = new ArrayList<>(made);
        ending.addAll(Token.pick(others, beside.get()));
        return ending.isEmpty() ? WayBack.shut(Hindrance.WENT_ON) : level.way(done.taskKey(), ending);
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
        modification.execute();
        return open(way).stream().filter(id -> !before.contains(id)).toList();
    }

    private Set<String> open(WayBack way) {
        return tasks.createTaskQuery().processInstanceId(way.processId()).taskDefinitionKey(way.toKey()).list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
    }
}
