package org.bihuan.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what the engine has open, in pages, for whoever compares it with our tables. Everything goes through the
 * engine's API; its pages by offset would take hours for a million rows, so pages by key use its native queries.
 */
@Component
public class EngineInventory {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService models;
    private final ManagementService management;

    EngineInventory(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.models = engine.getRepositoryService();
        this.management = engine.getManagementService();
    }

    /** A process that has not ended; {@code caseNumber} is empty when somebody started it without a case. */
    public record OpenInstance(String id, @Nullable String caseNumber, String definitionId) {}

    /** A user task that waits for somebody. */
    public record OpenTask(
            String id,
            String instanceId,
            String definitionId,
            String taskKey,
            @Nullable Long assigneeId,
            @Nullable Instant dueAt) {}

    /** Open processes in the order of their ids, those after {@code id}. */
    public List<OpenInstance> instancesAfter(String id, int limit) {
        String table = management.getTableName(ProcessInstance.class);
        return runtime
                .createNativeProcessInstanceQuery()
                .sql("select * from " + table + " where PARENT_ID_ is null and SUPER_EXEC_ is null and ID_ > #{id}"
                        + " order by ID_")
                .parameter("id", id)
                .listPage(0, limit)
                .stream()
                .map(EngineInventory::instance)
                .toList();
    }

    /** Open processes that are stopped, in the order of their ids, those after {@code id}. */
    public List<OpenInstance> stoppedAfter(String id, int limit) {
        String table = management.getTableName(ProcessInstance.class);
        return runtime
                .createNativeProcessInstanceQuery()
                .sql("select * from " + table + " where PARENT_ID_ is null and SUSPENSION_STATE_ = 2 and ID_ > #{id}"
                        + " order by ID_")
                .parameter("id", id)
                .listPage(0, limit)
                .stream()
                .map(EngineInventory::instance)
                .toList();
    }

    /** Open processes of these cases, without those that they called. */
    public List<OpenInstance> instancesOf(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        var query = runtime.createNativeProcessInstanceQuery();
        for (String number : caseNumbers) {
            String name = "n" + names.size();
            names.add("#{" + name + "}");
            query.parameter(name, number);
        }
        String table = management.getTableName(ProcessInstance.class);
        return query
                .sql("select * from " + table + " where PARENT_ID_ is null and SUPER_EXEC_ is null"
                        + " and BUSINESS_KEY_ in ("
                        + String.join(",", names) + ")")
                .list()
                .stream()
                .map(EngineInventory::instance)
                .toList();
    }

    /** Open tasks in the order of their ids, those after {@code id}. */
    public List<OpenTask> tasksAfter(String id, int limit) {
        String table = management.getTableName(Task.class);
        return tasks
                .createNativeTaskQuery()
                .sql("select * from " + table + " where ID_ > #{id} order by ID_")
                .parameter("id", id)
                .listPage(0, limit)
                .stream()
                .map(EngineInventory::task)
                .toList();
    }

    /** Those of the tasks that are open. */
    public List<OpenTask> tasks(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                        .map(EngineInventory::task)
                        .toList();
    }

    /** Ids of those of the processes that wait for a person, a moment or a message, so that something can go on. */
    public Set<String> waiting(Collection<OpenInstance> instances) {
        if (instances.isEmpty()) {
            return Set.of();
        }
        Set<String> ids = instances.stream().map(OpenInstance::id).collect(Collectors.toCollection(LinkedHashSet::new));
        var waiting = new HashSet<String>();
        tasks.createTaskQuery().processInstanceIdIn(ids.toArray(String[]::new)).list().stream()
                .map(Task::getProcessInstanceId)
                .forEach(waiting::add);
        ids.removeAll(waiting);
        if (!ids.isEmpty()) {
            management.createJobQuery().processInstanceIds(ids).list().stream()
                    .map(Job::getProcessInstanceId)
                    .forEach(waiting::add);
        }
        instances.stream()
                .filter(instance ->
                        !waiting.contains(instance.id()) && (expectsMessage(instance) || childWaits(instance)))
                .map(OpenInstance::id)
                .forEach(waiting::add);
        return waiting;
    }

    private boolean childWaits(OpenInstance instance) {
        List<OpenInstance> children =
                runtime.createProcessInstanceQuery().superProcessInstanceId(instance.id()).list().stream()
                        .map(EngineInventory::instance)
                        .toList();
        return !waiting(children).isEmpty();
    }

    /** The start of an event sub-process listens all the time and says nothing about where the process stands. */
    private boolean expectsMessage(OpenInstance instance) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instance.id()).list().stream()
                .map(EventSubscription::getActivityId)
                .anyMatch(activity ->
                        !(models.getBpmnModelInstance(instance.definitionId()).getModelElementById(activity)
                                instanceof StartEvent));
    }

    /** The expression of a user task's due date as the model has it, for example {@code ${deadline.after(…)}}. */
    public String dueDateExpression(String definitionId, String taskKey) {
        UserTask task = models.getBpmnModelInstance(definitionId).getModelElementById(taskKey);
        String expression = task == null ? null : task.getCamundaDueDate();
        return expression == null ? "" : expression;
    }

    /** Texts of the process variable of this name, by process. */
    public Map<String, String> texts(String variable, Collection<String> instanceIds) {
        var texts = new HashMap<String, String>();
        if (!instanceIds.isEmpty()) {
            for (VariableInstance value : runtime.createVariableInstanceQuery()
                    .variableName(variable)
                    .processInstanceIdIn(instanceIds.toArray(String[]::new))
                    .list()) {
                if (value.getValue() instanceof String text) {
                    texts.put(value.getProcessInstanceId(), text);
                }
            }
        }
        return texts;
    }

    private static OpenInstance instance(ProcessInstance instance) {
        return new OpenInstance(instance.getId(), instance.getBusinessKey(), instance.getProcessDefinitionId());
    }

    private static OpenTask task(Task task) {
        return new OpenTask(
                task.getId(),
                task.getProcessInstanceId(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                task.getAssignee() == null ? null : Long.valueOf(task.getAssignee()),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
