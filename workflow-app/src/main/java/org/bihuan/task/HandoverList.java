package org.bihuan.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who leaves handed over, to be signed; as it was on that day.
 *
 * @param id its number
 * @param handedBy who did it, the person himself or somebody above
 */
public record HandoverList(
        long id,
        long staffId,
        String staffName,
        long handedBy,
        String handedByName,
        Instant handedAt,
        String reason,
        List<Line> lines) {

    /** What became of a task. */
    public enum Outcome {
        /** Somebody has it now. */
        GIVEN,
        /** It waits at its posts. */
        POSTS,
        /** It went back to the one who had given it to the person for a while. */
        OWNER
    }

    /** A line of the list. */
    public record Line(
            int position,
            String family,
            String caseNumber,
            String taskKey,
            String title,
            Instant dueAt,
            Outcome outcome,
            @Nullable Long receiverId,
            @Nullable String receiverName) {}
}
