package org.bihuan.engine;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
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
        // Who may take a task is told to the observers, whose lists are the only ones; the engine keeps no second copy.
        List<Expression> candidates = List.copyOf(definition.getCandidateGroupIdExpressions());
        definition.getCandidateGroupIdExpressions().clear();
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, telling(TaskObserver::created, task -> posts(candidates, task)));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, telling(TaskObserver::assigned));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, telling(TaskObserver::completed));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, telling(TaskObserver::cancelled));
    }

    private TaskListener telling(BiConsumer<TaskObserver, TaskFacts> what) {
        return telling(what, task -> List.of());
    }

    private TaskListener telling(
            BiConsumer<TaskObserver, TaskFacts> what, Function<DelegateTask, List<Long>> candidates) {
        return task -> {
            TaskFacts facts = facts(task, candidates.apply(task));
            observers.forEach(observer -> what.accept(observer, facts));
        };
    }

    /** Ids of posts, separated by commas where an expression gives several. */
    private static List<Long> posts(List<Expression> candidates, DelegateTask task) {
        return candidates.stream()
                .map(expression -> expression.getValue(task))
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                .flatMap(value -> Stream.of(String.valueOf(value).split(",")))
                .map(String::strip)
                .map(Long::valueOf)
                .toList();
    }

    private static TaskFacts facts(DelegateTask task, List<Long> candidates) {
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
                due == null ? null : due.toInstant());
    }
}
