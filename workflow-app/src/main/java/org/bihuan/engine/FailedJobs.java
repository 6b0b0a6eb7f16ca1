package org.bihuan.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.engine.FailedJobMapper.Row;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The engine's jobs as an operator sees them: which were given up and why, and another try. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FailedJobs {

    private final FailedJobMapper mapper;
    private final ManagementService management;
    private final RepositoryService models;
    private final JobExecutor executor;
    private final Clock clock;

    FailedJobs(
            FailedJobMapper mapper,
            ManagementService management,
            RepositoryService models,
            ProcessEngineConfigurationImpl configuration,
            Clock clock) {
        this.mapper = mapper;
        this.management = management;
        this.models = models;
        this.executor = configuration.getJobExecutor();
        this.clock = clock;
    }

    /**
     * Jobs given up, latest first.
     *
     * @param processKey of one process only
     * @param reason of which the message contains this
     * @param after the last one of the page before
     */
    public List<FailedJob> page(
            @Nullable String processKey, @Nullable String reason, @Nullable FailedJob after, int limit) {
        return mapper
                .page(
                        processKey,
                        reason,
                        after == null ? null : after.since(),
                        after == null ? null : after.incidentId(),
                        limit)
                .stream()
                .map(this::named)
                .toList();
    }

    /** Processes that have failed jobs, key and name. */
    public List<Process> processes() {
        return mapper.processes();
    }

    /** The job, if it is still given up. */
    public Optional<FailedJob> find(String jobId) {
        return Optional.ofNullable(mapper.find(jobId)).map(this::named);
    }

    /** The stack trace of the last failure; it may hold personal data. Empty when there is none. */
    public String stackTrace(String jobId) {
        if (job(jobId) == null) {
            return "";
        }
        return Optional.ofNullable(management.getJobExceptionStacktrace(jobId)).orElse("");
    }

    /**
     * Lets the job be tried once more, as soon as the caller's transaction is committed.
     *
     * @return false when it is gone or no longer given up
     */
    public boolean retry(String jobId) {
        Job job = job(jobId);
        if (job == null || job.getRetries() > 0) {
            return false;
        }
        management.setJobRetries(jobId, 1);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (executor.isActive()) {
                    executor.jobWasAdded();
                }
            }
        });
        return true;
    }

    /** What has become of a job that was to be tried once more. */
    public Outcome outcome(String jobId) {
        Job job = job(jobId);
        return job == null ? Outcome.DONE : job.getRetries() > 0 ? Outcome.WAITING : Outcome.FAILED;
    }

    /** Counts for alerts. */
    public Backlog backlog() {
        return mapper.backlog(clock.instant());
    }

    /** Whether this node runs jobs at this moment. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isRunning() {
        return executor.isActive();
    }

    /** Whether this node is meant to run jobs. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isWanted() {
        return executor.isAutoActivate();
    }

    private @Nullable Job job(String jobId) {
        return management.createJobQuery().jobId(jobId).singleResult();
    }

    private FailedJob named(Row row) {
        return new FailedJob(
                row.incidentId(),
                row.jobId(),
                row.processKey(),
                row.processName(),
                row.elementId(),
                name(row),
                row.caseNumber(),
                row.reason(),
                row.since());
    }

    private String name(Row row) {
        BpmnModelInstance model = models.getBpmnModelInstance(row.processId());
        return model.getModelElementById(row.elementId()) instanceof FlowElement element && element.getName() != null
                ? element.getName()
                : row.elementId();
    }

    /** A process by its key and its name. */
    public record Process(String key, String name) {}

    /**
     * How far jobs are behind.
     *
     * @param failed jobs given up
     * @param failedSince since when the first of them
     * @param dueSince since when the oldest job waits that is due, free and not given up
     */
    public record Backlog(
            long failed,
            @Nullable Instant failedSince,
            @Nullable Instant dueSince) {}

    /** What became of another try. */
    public enum Outcome {
        WAITING,
        DONE,
        FAILED
    }
}
