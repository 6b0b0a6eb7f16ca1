package org.bihuan.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.casefile.CaseNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stops the clocks of a case and sets them anew: its processes, the due dates of its tasks, its timers. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseClock {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService models;

    CaseClock(RuntimeService runtime, TaskService tasks, ManagementService management, RepositoryService models) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.models = models;
    }

    /**
     * A timer that waits.
     *
     * @param expression by which its model reckons it, for example {@code ${deadline.after(execution, '4WH')}}
     * @param taskKey user task at whose border it waits; empty for others
     */
    public record Timer(
            String jobId,
            String instanceId,
            String expression,
            @Nullable String taskKey,
            Instant dueAt) {}

    /** Lets nothing of the case go on, neither tasks nor timers, in its process and in those that it called. */
    public void stop(CaseNumber number) {
        instances(number).forEach(runtime::suspendProcessInstanceById);
    }

    /** Lets it go on. */
    public void start(CaseNumber number) {
        instances(number).forEach(runtime::activateProcessInstanceById);
    }

    /** Sets the due date of the task; not while the case is stopped. */
    public void due(String taskId, Instant dueAt) {
        tasks.setDueDate(taskId, Date.from(dueAt));
    }

    /** Timers of the case that wait. */
    public List<Timer> timers(CaseNumber number) {
        var timers = new ArrayList<Timer>();
        for (String instance : instances(number)) {
            for (Job job : management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .timers()
                    .list()) {
                timers.add(timer(job));
            }
        }
        return timers;
    }

    /** Sets the moment of a timer. */
    public void timer(String jobId, Instant dueAt) {
        management.setJobDuedate(jobId, Date.from(dueAt));
    }

    /** What the model says about the task beyond the standard, by name; nothing for tasks that are gone. */
    public Map<String, String> properties(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return Map.of();
        }
        UserTask element = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        var properties = new HashMap<String, String>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(all -> all.getCamundaProperties().stream())
                    .forEach((CamundaProperty one) -> properties.put(one.getCamundaName(), one.getCamundaValue()));
        }
        return properties;
    }

    /** Processes of the case: those that carry its number, and all that they called. */
    private List<String> instances(CaseNumber number) {
        var open = new ArrayDeque<String>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .list()
                .forEach(root -> open.add(root.getId()));
        var all = new ArrayList<String>();
        while (!open.isEmpty()) {
            String instance = open.remove();
            all.add(instance);
            runtime.createProcessInstanceQuery().superProcessInstanceId(instance).list().stream()
                    .map(ProcessInstance::getId)
                    .forEach(open::add);
        }
        return all;
    }

    private Timer timer(Job job) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        BpmnModelInstance model = models.getBpmnModelInstance(job.getProcessDefinitionId());
        CatchEvent event =
                model.getModelElementById(definition.getActivityId()) instanceof CatchEvent found ? found : null;
        return new Timer(
                job.getId(),
                job.getProcessInstanceId(),
                event == null ? "" : expression(event),
                event instanceof BoundaryEvent border && border.getAttachedTo() instanceof UserTask task
                        ? task.getId()
                        : null,
                job.getDuedate().toInstant());
    }

    private static String expression(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .map(timer -> timer.getTimeDate() != null
                        ? timer.getTimeDate().getTextContent()
                        : timer.getTimeDuration() != null
                                ? timer.getTimeDuration().getTextContent()
                                : timer.getTimeCycle().getTextContent())
                .findFirst()
                .orElse("");
    }
}
