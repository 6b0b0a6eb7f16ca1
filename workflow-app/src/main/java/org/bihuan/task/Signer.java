package org.bihuan.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs a task.
 *
 * @param addedBy member of staff who asked; empty when the process did
 * @param note why
 * @param askedAt since when it is up to this person; empty while others come first
 * @param opinion in the person's own words, may be empty
 * @param removedBy who took the question back
 * @param endedAt since when there is no need to sign any more
 */
public record Signer(
        long id,
        String taskId,
        String caseNumber,
        long staffId,
        String name,
        SignerPlace place,
        @Nullable Long addedBy,
        @Nullable String addedByName,
        Instant addedAt,
        String note,
        @Nullable Instant askedAt,
        @Nullable Vote vote,
        String opinion,
        @Nullable Instant decidedAt,
        @Nullable Long removedBy,
        @Nullable Instant endedAt) {

    public SignerState state() {
        if (decidedAt != null) {
            return SignerState.DECIDED;
        }
        if (endedAt != null) {
            return removedBy == null ? SignerState.CLOSED : SignerState.REMOVED;
        }
        return askedAt == null ? SignerState.WAITING : SignerState.ASKED;
    }
}
