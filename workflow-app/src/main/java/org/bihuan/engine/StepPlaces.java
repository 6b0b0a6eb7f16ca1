package org.bihuan.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.StepLevel.Token;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Where the tokens of a process and of its children stand, and which tasks were done there. */
@Component
class StepPlaces {

    private final RuntimeService runtime;
    private final RepositoryService models;
    private final HistoryService history;
    private final TaskService tasks;

    StepPlaces(RuntimeService runtime, RepositoryService models, HistoryService history, TaskService tasks) {
        this.runtime = runtime;
        this.models = models;
        this.history = history;
        this.tasks = tasks;
    }

    /** A task of the case, open or done. */
    record Done(String taskId, String taskKey, String processId, String placeId, Instant completedAt) {}

    /**
     * The process in which the open task stands, then the one that called it, up to the case's own; none when the engine
     * has cleaned up its history.
     */
    List<StepLevel> levels(String taskId) {
        return open(taskId).map(this::levels).orElse(List.of());
    }

    private List<StepLevel> levels(Done task) {
        var levels = new ArrayList<StepLevel>();
        String processId = task.processId();
        String within = task.placeId();
        while (true) {
            levels.add(level(processId, within));
            ProcessInstance caller = runtime.createProcessInstanceQuery()
                    .subProcessInstanceId(processId)
                    .singleResult();
            if (caller == null) {
                return levels;
            }
            String child = processId;
            within = calls(caller.getId()).stream()
                    .filter(call -> child.equals(call.getCalledProcessInstanceId()))
                    .findFirst()
                    .map(HistoricActivityInstance::getId)
                    .orElseThrow();
            processId = caller.getId();
        }
    }

    /** The process in which the step was done; empty when it has ended. */
    Optional<StepLevel> of(Done task) {
        boolean runs = runtime.createProcessInstanceQuery()
                        .processInstanceId(task.processId())
                        .count()
                > 0;
        return runs ? Optional.of(level(task.processId(), task.placeId())) : Optional.empty();
    }

    private StepLevel level(String processId, String within) {
        ActivityInstance root = runtime.getActivityInstance(processId);
        String definitionId = root.getProcessDefinitionId();
        return new StepLevel(
                models.getProcessDefinition(definitionId).getKey(),
                StepGraph.of(models.getBpmnModelInstance(definitionId)),
                root,
                within);
    }

    /** Those of the tokens in which the tasks stand, in whatever child. */
    List<Token> holding(StepLevel level, List<Token> tokens, Collection<String> taskIds) {
        Set<String> places = taskIds.stream()
                .flatMap(id -> levels(id).stream())
                .filter(one -> one.root().getId().equals(level.root().getId()))
                .map(StepLevel::within)
                .collect(Collectors.toSet());
        return tokens.stream()
                .filter(token -> places.stream().anyMatch(token::holds))
                .toList();
    }

    /** Whether nothing has happened inside of the token but that these tasks began. */
    boolean untouched(StepLevel level, Token token, Collection<String> taskIds) {
        if (level.graph().node(token.element()).several()) {
            return false;
        }
        return calls(level.root().getId()).stream()
                .filter(call -> call.getId().equals(token.id()))
                .allMatch(call -> untouched(call.getCalledProcessInstanceId(), taskIds));
    }

    private boolean untouched(String childId, Collection<String> taskIds) {
        StepLevel child = level(childId, "");
        Set<String> scopes = child.graph().scopes();
        List<Token> tokens = child.tokens(scopes);
        List<String> starts = child.graph().starts(child.processKey());
        return holding(child, tokens, taskIds).size() == tokens.size()
                && starts.size() == 1
                && StepWays.find(
                                child.graph(),
                                scopes,
                                starts.getFirst(),
                                Token.elements(tokens),
                                List.of(),
                                Set.of(),
                                true)
                        .isPresent()
                && tokens.stream().allMatch(token -> untouched(child, token, taskIds));
    }

    /** Whether a token that came to the join at that moment or later waits there, and none of them has gone on. */
    boolean waitsSince(StepLevel level, String join, Instant since) {
        List<HistoricActivityInstance> stays = stays(level, join)
                .filter(stay -> !stay.getStartTime().toInstant().isBefore(since))
                .toList();
        return !stays.isEmpty() && stays.stream().allMatch(stay -> stay.getEndTime() == null);
    }

    /** Those of the joins that were passed at that moment or later. */
    Set<String> passedSince(StepLevel level, Set<String> joins, Instant since) {
        return joins.stream()
                .filter(join -> stays(level, join)
                        .anyMatch(stay -> stay.getEndTime() != null
                                && !stay.getEndTime().toInstant().isBefore(since)))
                .collect(Collectors.toSet());
    }

    private Stream<HistoricActivityInstance> stays(StepLevel level, String element) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(level.root().getId())
                .activityId(element)
                .list()
                .stream()
                .filter(stay -> !stay.isCanceled());
    }

    /** Elements of the process through which its children were called, by the ids of the children and of theirs. */
    Map<String, String> children(String processId) {
        var children = new HashMap<String, String>();
        for (HistoricActivityInstance call : calls(processId)) {
            String child = Objects.requireNonNullElse(call.getCalledProcessInstanceId(), "");
            children.put(child, call.getActivityId());
            children(child).keySet().forEach(below -> children.put(below, call.getActivityId()));
        }
        return children;
    }

    private List<HistoricActivityInstance> calls(String processId) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(processId)
                .activityType(ActivityTypes.CALL_ACTIVITY)
                .list();
    }

    /** The task of the case, open or done, unless the engine has cleaned up its history. */
    Optional<Done> done(CaseNumber number, String taskId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .list()
                .stream()
                .flatMap(root -> tasksOf(root.getId()).stream())
                .filter(task -> task.taskId().equals(taskId))
                .findFirst();
    }

    /** Tasks of the process and of all that belong to the same case. */
    List<Done> tasksOf(String processId) {
        String rootId = history.createHistoricProcessInstanceQuery()
                .processInstanceId(processId)
                .singleResult()
                .getRootProcessInstanceId();
        return Stream.concat(Stream.of(rootId), children(rootId).keySet().stream())
                .flatMap(this::tasksIn)
                .toList();
    }

    private Optional<Done> open(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(task -> tasksIn(task.getProcessInstanceId())
                        .filter(one -> one.taskId().equals(taskId))
                        .findFirst());
    }

    /** The engine keeps the history of steps only, which names their tasks. */
    private Stream<Done> tasksIn(String processId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processId)
                .activityType(ActivityTypes.TASK_USER_TASK)
                .list()
                .stream()
                .filter(step -> step.getTaskId() != null)
                .map(StepPlaces::task);
    }

    private static Done task(HistoricActivityInstance step) {
        return new Done(
                step.getTaskId(),
                step.getActivityId(),
                step.getProcessInstanceId(),
                step.getId(),
                step.getEndTime() == null ? Instant.MAX : step.getEndTime().toInstant());
    }
}
