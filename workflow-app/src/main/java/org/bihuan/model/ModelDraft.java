package org.bihuan.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model that somebody uploaded.
 *
 * @param version of the row, for the one who looks at it while somebody else decides
 * @param basedOn number of the process version that ran when it was uploaded
 * @param decisionNote why it was rejected; may be empty
 * @param deployedVersion number of the process version that it became
 */
public record ModelDraft(
        long id,
        int version,
        String processKey,
        String reason,
        String xml,
        int basedOn,
        DraftState state,
        long authorId,
        String authorName,
        Instant createdAt,
        @Nullable String deciderName,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable Integer deployedVersion) {}
