package org.bihuan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bihuan.bench.Peers.Outcome;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.api.FlowableTaskAlreadyClaimedException;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;

/** Loaded by {@code Isolated}. The other open engine, with its full history. It ends a round of reports by jobs, so its executor runs meanwhile. */
public final class FlowablePeer implements EnginePeer {

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ClonedTasks copies;
    private String round = "";

    public FlowablePeer(DataSource dataSource, String numbers) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("flowable");
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        var beans = new HashMap<Object, Object>();
        beans.put("deadline", new FixedDeadline());
        beans.put("fileApproval", (JavaDelegate) execution -> {});
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        engine.getRepositoryService()
                .createDeployment()
                .addString("approval.bpmn", model("approval"))
                .addString("report.bpmn", model("report"))
                .addString("report-multi-instance.bpmn", model("report-multi-instance"))
                .deploy();
        copies = new ClonedTasks(dataSource, numbers);
    }

    /** The same model; only the name of the extensions differs. */
    private static String model(String name) {
        try (InputStream in = FlowablePeer.class.getResourceAsStream("/bench/" + name + ".bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "Flowable " + ProcessEngine.VERSION.replaceFirst("\\.0$", "") + ", history full";
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
        } catch (FlowableTaskAlreadyClaimedException e) {
            return Outcome.TOLD_WHO_WAS_FIRST;
        } catch (RuntimeException e) {
            return Outcome.EXCEPTION_SHOWN;
        }
    }

    @Override
    public long owned(List<String> ids) {
        return tasks.createTaskQuery().taskIds(ids).taskAssigned().count();
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
        return e instanceof FlowableOptimisticLockingException;
    }

    @Override
    public boolean over() {
        return runtime.createProcessInstanceQuery().processInstanceId(round).count() == 0;
    }

    @Override
    public void jobs(boolean running) {
        var executor = engine.getProcessEngineConfiguration().getAsyncExecutor();
        if (running) {
            executor.start();
        } else {
            executor.shutdown();
        }
    }

    @Override
    public void fill(int from, int to) {
        copies.copy(open(1).getFirst(), from, to);
    }

    @Override
    public int page(int reader) {
        return candidates(reader)
                .orderByTaskDueDate()
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
