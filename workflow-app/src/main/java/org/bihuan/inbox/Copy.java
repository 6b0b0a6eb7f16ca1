package org.bihuan.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that was sent to a member of staff to read.
 *
 * @param byName who sent it; empty when the process model says so
 * @param words of the sender; empty when none
 * @param readAt when the receiver first opened the case afterwards; empty until then
 */
public record Copy(
        long id,
        String family,
        String caseNumber,
        long staffId,
        String staffName,
        String title,
        @Nullable String place,
        @Nullable Long byStaffId,
        String byName,
        String words,
        Instant sentAt,
        @Nullable Instant readAt) {}
