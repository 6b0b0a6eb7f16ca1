package org.bihuan.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for more time for a task.
 *
 * @param late asked for when the time was over already
 * @param dueBefore deadline that the task had
 * @param postId the post that decides
 * @param grantedDue deadline that it got, which the superior may have chosen differently
 * @param words what the superior wrote
 */
public record ExtensionRequest(
        long id,
        String taskId,
        String family,
        String caseNumber,
        String taskKey,
        long askedBy,
        Instant askedAt,
        boolean late,
        Instant dueBefore,
        Instant proposedDue,
        String reason,
        long postId,
        State state,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant grantedDue,
        String words) {

    /** How far it has come. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED
    }
}
