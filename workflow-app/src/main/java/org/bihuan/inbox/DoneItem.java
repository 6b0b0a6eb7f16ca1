package org.bihuan.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task that a member of staff completed. */
public record DoneItem(
        long id,
        String family,
        String caseNumber,
        String taskKey,
        String title,
        @Nullable String place,
        Instant createdAt,
        Instant dueAt,
        Instant completedAt) {

    /** Whether it was done before the deadline. */
    public boolean inTime() {
        return completedAt.isBefore(dueAt);
    }
}
