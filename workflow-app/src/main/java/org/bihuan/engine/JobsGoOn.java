package org.bihuan.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/** No job has given up, hangs in a lock that nobody renews, or waits although its time has come. */
@Component
class JobsGoOn implements Invariant {

    /** Time that the job executors of all nodes may take for what falls due at the same moment. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ManagementService management;
    private final EngineCheckMapper mapper;
    private final Duration lock;

    JobsGoOn(ProcessEngine engine, EngineCheckMapper mapper) {
        this.management = engine.getManagementService();
        this.mapper = mapper;
        int millis = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .getLockTimeInMillis();
        this.lock = Duration.ofMillis(millis);
    }

    @Override
    public Meaning meaning() {
        return new Meaning(9, "没有失败、卡锁或逾期未执行的作业", "no job has failed for good, is stuck in a lock or overdue");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        report("failed", management.createJobQuery().noRetriesLeft(), findings);
        // The lock runs out one lock time after it was taken; older than two means expired one lock time ago.
        mapper.lockedUntilBefore(scope.now().minus(lock)).forEach(job -> findings.add("locked job " + job));
        Instant longDue = scope.now().minus(PATIENCE).minus(lock);
        report(
                "overdue",
                management.createJobQuery().withRetriesLeft().active().duedateLowerThan(Date.from(longDue)),
                findings);
    }

    private static void report(String how, JobQuery jobs, Findings findings) {
        for (Job job : jobs.list()) {
            findings.add(how + " job " + job.getId());
        }
    }
}
