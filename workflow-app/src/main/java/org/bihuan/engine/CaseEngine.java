package org.bihuan.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.casefile.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The few things that families ask of the engine, by case number. Always inside the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseEngine {

    private final RuntimeService runtime;
    private final TaskService tasks;

    CaseEngine(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Starts the process of a case; the case number becomes its business key. */
    public void start(String processKey, CaseNumber number, Variable.Fact... facts) {
        runtime.startProcessInstanceByKey(processKey, number.value(), values(facts));
    }

    /** Id of the open task of this name, if the case has one. */
    public Optional<String> openTask(CaseNumber number, String taskKey) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .taskDefinitionKey(taskKey)
                        .singleResult())
                .map(Task::getId);
    }

    /** Completes the task; the facts decide the way on. */
    public void complete(String taskId, Variable.Fact... facts) {
        tasks.complete(taskId, values(facts));
    }

    /** Changes facts while the case stands where it is, for steps to come. */
    public void change(CaseNumber number, Variable.Fact... facts) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        if (instance != null) {
            runtime.setVariables(instance.getId(), values(facts));
        }
    }

    /** Delivers a message to the one process of the case that waits for it. */
    public void tell(String message, CaseNumber number, Variable.Fact... facts) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number.value())
                .setVariables(values(facts))
                .correlate();
    }

    /** Ends the process of the case and all its children before their time; nothing happens when it has none. */
    public void end(CaseNumber number, String reason) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), reason));
    }

    /** Elements at which the case stands now; of a child process those inside of it as well. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<String> standsAt(CaseNumber number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .flatMap(process -> runtime.getActiveActivityIds(process.getId()).stream())
                .toList();
    }

    private static Map<String, Object> values(Variable.Fact... facts) {
        var values = new HashMap<String, @Nullable Object>();
        for (Variable.Fact fact : facts) {
            values.put(fact.name(), fact.value());
        }
        return values;
    }
}
