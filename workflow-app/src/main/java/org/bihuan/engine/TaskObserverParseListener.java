package org.bihuan.engine;

import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;

/** Adds the observers to every user task of every model. */
class TaskObserverParseListener extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskObserver> observers;

    TaskObserverParseListener(ObjectProvider<TaskObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        Map<String, String> properties = properties(element);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, telling(TaskObserver::created, properties));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_ASSIGNMENT, telling(TaskObserver::assigned, properties));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::nameHolder);
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, telling(TaskObserver::completed, properties));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, telling(TaskObserver::cancelled, properties));
    }

    private void nameHolder(DelegateTask task) {
        observers.stream()
                .flatMap(observer -> observer.holder(task.getId()).stream())
                .findFirst()
                .map(String::valueOf)
                .filter(holder -> !holder.equals(task.getAssignee()))
                .ifPresent(task::setAssignee);
    }

    private static Map<String, String> properties(Element task) {
        Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(task);
        return properties == null ? Map.of() : Collections.unmodifiableMap(properties);
    }

    private TaskListener telling(BiConsumer<TaskObserver, TaskFacts> what, Map<String, String> properties) {
        return task -> {
            TaskFacts facts = facts(task, properties);
            observers.forEach(observer -> what.accept(observer, facts));
        };
    }

    private static TaskFacts facts(DelegateTask task, Map<String, String> properties) {
        String formKey = ((TaskEntity) task).getTaskDefinition().getFormKey().getExpressionText();
        Date due = task.getDueDate();
        return new TaskFacts(
                task.getId(),
                task.getTaskDefinitionKey(),
                formKey,
                formKey.substring(0, formKey.indexOf('/')),
                task.getExecution().getProcessBusinessKey(),
                // In the order of the model, in which people may have to sign; candidates as a set have none.
                ((TaskEntity) task)
                        .getIdentityLinks().stream()
                                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                                .map(link -> Long.valueOf(link.getGroupId()))
                                .toList(),
                task.getAssignee() == null ? null : Long.valueOf(task.getAssignee()),
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant(),
                properties);
    }
}
