package org.bihuan.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.attachment.StorageSpace.Space;
import org.bihuan.engine.FailedJobs.Backlog;
import org.jspecify.annotations.Nullable;

/**
 * What was counted at one moment.
 *
 * @param asOf when
 * @param waiting age of the oldest message that was not yet passed on, by channel
 */
public record Figures(
        Instant asOf,
        List<OpenCases> cases,
        List<OpenTasks> tasks,
        Backlog jobs,
        List<Waiting> waiting,
        Space space,
        int skewSeconds) {

    /** How long the oldest due job has been waiting. */
    public Duration lateness() {
        return since(jobs.dueSince());
    }

    /** How long the oldest failed job has been lying. */
    Duration failing() {
        return since(jobs.failedSince());
    }

    private Duration since(@Nullable Instant start) {
        return start == null || start.isAfter(asOf) ? Duration.ZERO : Duration.between(start, asOf);
    }

    /** A channel and how long its oldest message has been waiting. */
    public record Waiting(String channel, Duration age) {}

    /** Cases that have not ended. */
    public record OpenCases(String family, long count) {}

    /** Tasks that somebody must do, and how many of them are past their time. */
    public record OpenTasks(String family, long count, long overdue) {}
}
