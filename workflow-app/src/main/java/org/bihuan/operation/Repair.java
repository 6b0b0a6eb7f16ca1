package org.bihuan.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The proposal to move a case by hand, and what became of it.
 *
 * @param tokenId the place where the case stood when it was proposed
 * @param proposerName empty when that person is gone
 * @param decision what the second administrator wrote
 */
public record Repair(
        long id,
        int version,
        String caseNumber,
        String family,
        String tokenId,
        String fromElement,
        String fromName,
        String toElement,
        String toName,
        String reason,
        RepairState state,
        long proposedBy,
        String proposerName,
        Instant proposedAt,
        @Nullable Long decidedBy,
        String deciderName,
        @Nullable Instant decidedAt,
        String decision) {}
