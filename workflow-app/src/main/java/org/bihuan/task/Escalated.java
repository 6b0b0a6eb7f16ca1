package org.bihuan.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A superior was told that a task is late.
 *
 * @param dueAt the deadline that was missed
 * @param level 1 for the nearest superior
 * @param postId the post that was told
 */
public record Escalated(
        long id,
        String taskId,
        String caseNumber,
        Instant dueAt,
        int level,
        long postId,
        Instant escalatedAt,
        @Nullable Long acknowledgedBy,
        @Nullable Instant acknowledgedAt) {}
