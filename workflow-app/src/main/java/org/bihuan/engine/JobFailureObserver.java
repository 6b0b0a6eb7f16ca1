package org.bihuan.engine;

import org.jspecify.annotations.Nullable;

/** Hears of every failure of a job, in the transaction that notes it. Must not throw. */
public interface JobFailureObserver {

    void failed(JobFailure failure, Throwable cause);

    /**
     * A try that failed.
     *
     * @param processKey empty for the engine's own jobs
     * @param element step of the process, or kind of job
     * @param triesLeft 0 when the engine has given it up
     */
    record JobFailure(String jobId, @Nullable String caseNumber, String processKey, String element, int triesLeft) {}
}
