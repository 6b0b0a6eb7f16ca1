package org.bihuan.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its receiver has it.
 *
 * @param kind key of the wording, for example {@code task.urged}
 * @param words what the sender wrote; empty when nothing
 */
public record NoticeRow(
        long id,
        long staffId,
        String kind,
        String family,
        String caseNumber,
        String title,
        String words,
        Instant at,
        @Nullable Instant readAt) {}
