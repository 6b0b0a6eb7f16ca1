package org.bihuan.engine;

import java.time.Duration;
import java.util.List;
import org.bihuan.transaction.WorkKind;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/** Runs the engine's jobs with the connections for jobs, in few threads: the machines we expect have two cores. */
class EngineJobs extends DefaultJobExecutor {

    private static final int THREADS = 4;

    private static final int QUEUE = 32;

    private static final int AT_ONCE = 16;

    /**
     * @param lock how long a node may keep a job before another takes it for dead and runs it as well
     */
    EngineJobs(Duration lock) {
        setCorePoolSize(THREADS);
        setMaxPoolSize(THREADS);
        setQueueSize(QUEUE);
        setMaxJobsPerAcquisition(AT_ONCE);
        setLockTimeInMillis(Math.toIntExact(lock.toMillis()));
    }

    @Override
    protected void startJobAcquisitionThread() {
        if (jobAcquisitionThread == null) {
            Runnable acquisition = acquireJobsRunnable;
            jobAcquisitionThread = new Thread(() -> WorkKind.JOBS.run(acquisition), getName());
            jobAcquisitionThread.start();
        }
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        Runnable execution = super.getExecuteJobsRunnable(jobIds, engine);
        return () -> WorkKind.JOBS.run(execution);
    }
}
