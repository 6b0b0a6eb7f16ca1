package org.bihuan.task;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task that has signers.
 *
 * @param rule as the model says it; empty where the task has a holder, who asked others to sign
 * @param answers what the holder sent to those who sign after, as JSON; stays when it comes back
 * @param sentAt since when it is with them; empty while the holder has it
 */
record TaskSigning(
        String taskId,
        String family,
        String caseNumber,
        String taskKey,
        @Nullable String rule,
        @Nullable String answers,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt) {

    /** How those whom the process asks decide; empty where the task has a holder. */
    Optional<SigningRule> joint() {
        return Optional.ofNullable(rule).flatMap(SigningRule::parse);
    }
}
