package org.bihuan.engine;

import org.bihuan.engine.JobFailureObserver.JobFailure;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The engine's usual treatment of failed jobs, and tells the observers. */
class ObservedJobFailures implements FailedJobCommandFactory {

    private final FailedJobCommandFactory usual = new DefaultFailedJobCommandFactory();
    private final ObjectProvider<JobFailureObserver> observers;

    ObservedJobFailures(ObjectProvider<JobFailureObserver> observers) {
        this.observers = observers;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable cause) {
        Command<Object> treatment = usual.getCommand(jobId, cause);
        return context -> {
            Object result = treatment.execute(context);
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null) {
                JobFailure failure = failure(job);
                observers.forEach(observer -> observer.failed(failure, cause));
            }
            return result;
        };
    }

    private static JobFailure failure(JobEntity job) {
        String element = job.getFailedActivityId() == null ? job.getActivityId() : job.getFailedActivityId();
        return new JobFailure(
                job.getId(),
                caseNumber(job),
                job.getProcessDefinitionKey() == null ? "" : job.getProcessDefinitionKey(),
                element == null ? job.getJobHandlerType() : element,
                job.getRetries());
    }

    private static @Nullable String caseNumber(JobEntity job) {
        return job.getExecution() == null
                ? null
                : job.getExecution().getProcessInstance().getBusinessKey();
    }
}
