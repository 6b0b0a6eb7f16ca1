package org.bihuan.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case that somebody did.
 *
 * @param kind {@code SIGN} for a signature among several
 * @param forStaffId absent member of staff for whom a deputy did it
 * @param undoneAt when it was taken back or made undone by a return; empty while it holds
 */
public record DoneStep(
        long id,
        String taskId,
        ItemKind kind,
        String taskKey,
        long staffId,
        @Nullable Long forStaffId,
        Instant createdAt,
        Instant completedAt,
        @Nullable Instant undoneAt) {}
