package org.bihuan.operation;

import org.bihuan.engine.JobFailureObserver;
import org.springframework.stereotype.Component;

/** Gives each failed try of a job a number, as people get one. */
@Component
class JobErrors implements JobFailureObserver {

    private final ErrorIds errors;

    JobErrors(ErrorIds errors) {
        this.errors = errors;
    }

    @Override
    public void failed(JobFailure failure, Throwable cause) {
        errors.record(
                cause,
                ErrorIds.Kind.JOB,
                failure.processKey().isEmpty() ? failure.element() : failure.processKey() + "/" + failure.element(),
                failure.caseNumber(),
                failure.jobId());
    }
}
