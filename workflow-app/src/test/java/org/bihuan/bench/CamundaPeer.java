package org.bihuan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bihuan.bench.Peers.Outcome;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The engine as it comes, with its full history, in its own transactions; without its metrics, which favours it. The
 * models are the product's, without the product's listeners.
 */
final class CamundaPeer implements EnginePeer {

    private final String name;
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ClonedTasks copies;
    private String round = "";

    CamundaPeer(String name, DataSource dataSource, String numbers) {
        this.name = name;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        var beans = new HashMap<Object, Object>();
        beans.put("deadline", new FixedDeadline());
        beans.put("fileApproval", (JavaDelegate) execution -> {});
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bench/approval.bpmn")
                .addClasspathResource("bench/report.bpmn")
                .addClasspathResource("bench/report-multi-instance.bpmn")
                .deploy();
        copies = new ClonedTasks(dataSource, numbers);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void approve(int user) {
        String me = String.valueOf(user);
        String instance = runtime.startProcessInstanceByKey(
                        "approval", key(), Map.of("post", "post" + user, "signer", me))
                .getId();
        String review = taskOf(instance);
        tasks.claim(review, me);
        tasks.complete(review, Map.of("approved", true));
        tasks.complete(taskOf(instance));
    }

    @Override
    public List<String> open(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> taskOf(runtime.startProcessInstanceByKey("report", key(), Map.of("post", "race"))
                        .getId()))
                .toList();
    }

    @Override
    public Outcome claim(String task, int user) {
        try {
            tasks.claim(task, String.valueOf(user));
            return Outcome.WON;
        } catch (TaskAlreadyClaimedException e) {
            return Outcome.TOLD_WHO_WAS_FIRST;
        } catch (RuntimeException e) {
            return Outcome.EXCEPTION_SHOWN;
        }
    }

    /** Without asking whether somebody has it, for who knows that already. */
    void assign(String task, int user) {
        tasks.setAssignee(task, String.valueOf(user));
    }

    @Override
    public long owned(List<String> ids) {
        return tasks.createTaskQuery()
                .taskIdIn(ids.toArray(String[]::new))
                .taskAssigned()
                .count();
    }

    @Override
    public List<String> dispatch(int communities) {
        List<String> posts = new ArrayList<>(
                IntStream.range(0, communities).mapToObj(i -> "community" + i).toList());
        round = runtime.startProcessInstanceByKey("reportMultiInstance", key(), Map.of("posts", posts))
                .getId();
        return tasks.createTaskQuery().processInstanceId(round).list().stream()
                .map(Task::getId)
                .toList();
    }

    @Override
    public void close(String report) {
        tasks.complete(report);
    }

    @Override
    public boolean lostRace(RuntimeException e) {
        return e instanceof OptimisticLockingException;
    }

    @Override
    public boolean over() {
        return runtime.createProcessInstanceQuery().processInstanceId(round).count() == 0;
    }

    @Override
    public void fill(int from, int to) {
        copies.copy(open(1).getFirst(), from, to);
    }

    @Override
    public int page(int reader) {
        return candidates(reader)
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, 25)
                .size();
    }

    @Override
    public long count(int reader) {
        return candidates(reader).count();
    }

    private TaskQuery candidates(int reader) {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(IntStream.range(0, BenchServer.GROUPS_OF_A_READER)
                        .mapToObj(place -> String.valueOf(BenchServer.group(reader, place)))
                        .toList());
    }

    private String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        engine.close();
    }
}
