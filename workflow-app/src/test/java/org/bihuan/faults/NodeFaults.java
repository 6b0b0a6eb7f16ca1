package org.bihuan.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bihuan.casefile.CaseEvent;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/** Faults inside of a node: jobs that fail or take long, connections that somebody holds. */
class NodeFaults {

    private static final Set<String> VERBS =
            Set.of("jobsFail", "jobsTake", "timersDue", "retryJobs", "jobs", "hold", "letGo");

    private static final Logger LOG = LoggerFactory.getLogger(NodeFaults.class);

    private static final int AT_ONCE = 8;

    private final ManagementService management;
    private final DataSource connections;
    private final List<Connection> held = new ArrayList<>();

    private volatile boolean failing;
    private volatile int seconds;

    NodeFaults(ProcessEngine engine, DataSource connections) {
        this.management = engine.getManagementService();
        this.connections = connections;
    }

    boolean knows(String verb) {
        return VERBS.contains(verb);
    }

    String inject(String verb, Map<String, String> words) {
        switch (verb) {
            case "jobsFail" -> failing = Boolean.parseBoolean(words.get("now"));
            case "jobsTake" -> seconds = Integer.parseInt(words.get("seconds"));
            case "timersDue" ->
                management
                        .createJobQuery()
                        .timers()
                        .withRetriesLeft()
                        .listPage(0, AT_ONCE)
                        .forEach(this::due);
            case "retryJobs" ->
                management
                        .createJobQuery()
                        .noRetriesLeft()
                        .list()
                        .forEach(job -> management.setJobRetries(job.getId(), 3));
            case "hold" -> hold();
            case "letGo" -> letGo();
            default -> {
                return management.createJobQuery().timers().executable().count() + " "
                        + management.createJobQuery().noRetriesLeft().count();
            }
        }
        return "";
    }

    /** Somebody may rate the case, or another node take the timer, at this very moment. */
    private void due(Job job) {
        try {
            management.setJobDuedate(job.getId(), new Date(0), false);
        } catch (ProcessEngineException e) {
            LOG.info("A timer is gone or taken: {}", job.getId());
        }
    }

    /** Runs inside the job's transaction, after the deed and before its commit. */
    @EventListener
    void closing(CaseEvent event) throws InterruptedException {
        if (!event.type().equals("incident.closed") || Context.getJobExecutorContext() == null) {
            return;
        }
        if (seconds > 0) {
            new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        }
        if (failing) {
            throw new IllegalStateException("Fault injected: no job succeeds");
        }
    }

    private synchronized void hold() {
        try {
            while (true) {
                held.add(connections.getConnection());
            }
        } catch (SQLException e) {
            // Now there is none left.
        }
    }

    private synchronized void letGo() {
        for (Connection connection : held) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        held.clear();
    }
}
