package org.bihuan.operation;

import java.util.List;
import java.util.Optional;
import org.bihuan.engine.FailedJob;
import org.bihuan.engine.FailedJobs;
import org.bihuan.engine.FailedJobs.Outcome;
import org.bihuan.org.ChangeLog;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The jobs that were given up, as an operator sees them: without personal data, and with another try. */
@Service
@Transactional
@PreAuthorize("@rights.may('operation.look')")
public class FailedJobService {

    private static final int LONGEST_REASON = 200;

    private final FailedJobs jobs;
    private final ErrorMapper errors;
    private final ChangeLog changes;

    FailedJobService(FailedJobs jobs, ErrorMapper errors, ChangeLog changes) {
        this.jobs = jobs;
        this.errors = errors;
        this.changes = changes;
    }

    /** Failed jobs, latest first; the filter's words are looked for in the exception's message. */
    @Transactional(readOnly = true)
    public List<Failure> page(Filter filter, @Nullable Failure after, int limit) {
        return jobs.page(filter.processKey(), filter.reason(), after == null ? null : after.job(), limit).stream()
                .map(this::failure)
                .toList();
    }

    /** Processes that have failed jobs, for the filter. */
    @Transactional(readOnly = true)
    public List<FailedJobs.Process> processes() {
        return jobs.processes();
    }

    /** The stack trace of the last try. */
    @Transactional(readOnly = true)
    public String stackTrace(String jobId) {
        return PersonalData.mask(jobs.stackTrace(jobId));
    }

    /**
     * Lets the job be tried once more.
     *
     * @return false when it is no longer among the failed ones
     */
    @PreAuthorize("@rights.may('job.retry')")
    public boolean retry(String jobId) {
        Optional<FailedJob> job = jobs.find(jobId);
        if (job.isEmpty() || !jobs.retry(jobId)) {
            return false;
        }
        changes.note(
                "job.retry",
                Optional.ofNullable(job.get().caseNumber()).orElse(job.get().processKey()),
                job.get().processKey() + "/" + job.get().elementId());
        return true;
    }

    /** What has become of a job after {@link #retry}. */
    @Transactional(readOnly = true)
    public Outcome outcome(String jobId) {
        return jobs.outcome(jobId);
    }

    private Failure failure(FailedJob job) {
        List<ErrorRecord> latest = errors.ofJob(job.jobId(), 1);
        return new Failure(
                job,
                reason(job.reason()),
                errors.countOfJob(job.jobId()),
                latest.isEmpty() ? "" : latest.getFirst().id());
    }

    private static String reason(String message) {
        String first =
                message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return PersonalData.mask(first, LONGEST_REASON);
    }

    /** Which ones to show; empty parts filter nothing. */
    public record Filter(
            @Nullable String processKey, @Nullable String reason) {}

    /**
     * A failed job and why.
     *
     * @param reason first line of the message, without personal data
     * @param tries tries that failed within the last 30 days
     * @param errorId number of the last failure; empty when it is older than that
     */
    public record Failure(FailedJob job, String reason, long tries, String errorId) {}
}
