package org.bihuan.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
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
        // Who may take a task is told to the observers, whose lists are the only ones; the engine keeps no second copy.
        List<Expression> candidates = List.copyOf(definition.getCandidateGroupIdExpressions());
        definition.getCandidateGroupIdExpressions().clear();
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE,
                telling(TaskObserver::created, task -> posts(candidates, task), properties));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_ASSIGNMENT, telling(TaskObserver::assigned, properties));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, telling(TaskObserver::completed, properties));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, telling(TaskObserver::cancelled, properties));
    }

    private TaskListener telling(BiConsumer<TaskObserver, TaskFacts> what, Map<String, String> properties) {
        return telling(what, task -> List.of(), properties);
    }

    private static Map<String, String> properties(Element task) {
        Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(task);
        return properties == null ? Map.of() : Collections.unmodifiableMap(properties);
    }

    private TaskListener telling(
            BiConsumer<TaskObserver, TaskFacts> what,
            Function<DelegateTask, List<Long>> candidates,
            Map<String, String> properties) {
        return task -> {
            TaskFacts facts = facts(task, candidates.apply(task), properties);
            observers.forEach(observer -> what.accept(observer, facts));
        };
    }

    /** Ids of posts in the order of the model, separated by commas where an expression gives several. */
    private static List<Long> posts(List<Expression> candidates, DelegateTask task) {
        return candidates.stream()
                .map(expression -> expression.getValue(task))
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                .flatMap(value -> Stream.of(String.valueOf(value).split(",")))
                .map(String::strip)
                .map(Long::valueOf)
                .toList();
    }

    private static TaskFacts facts(DelegateTask task, List<Long> candidates, Map<String, String> properties) {
        String formKey = ((TaskEntity) task).getTaskDefinition().getFormKey().getExpressionText();
        Date due = task.getDueDate();
        return new TaskFacts(
                task.getId(),
                task.getTaskDefinitionKey(),
                formKey,
                formKey.substring(0, formKey.indexOf('/')),
                task.getExecution().getProcessBusinessKey(),
                candidates,
                task.getAssignee() == null ? null : Long.valueOf(task.getAssignee()),
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant(),
                properties);
    }
}
