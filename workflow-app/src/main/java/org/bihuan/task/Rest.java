package org.bihuan.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a case rested.
 *
 * @param untilAt when it goes on by itself
 * @param resumedBy who let it go on; empty when its time was over
 */
public record Rest(
        long id,
        String caseNumber,
        String family,
        Kind kind,
        String reason,
        long suspendedBy,
        Instant suspendedAt,
        @Nullable Instant untilAt,
        @Nullable Instant resumedAt,
        @Nullable Long resumedBy,
        String resumeNote) {

    /** What a case rests for. */
    public enum Kind {
        /** 挂起: nothing can be done for now. */
        RESTING,
        /** 等待外单位: somebody outside has to answer first. */
        OUTSIDE
    }
}
