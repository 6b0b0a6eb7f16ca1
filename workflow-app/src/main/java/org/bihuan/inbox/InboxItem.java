package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.bihuan.calendar.DeadlineState;
import org.jspecify.annotations.Nullable;

/**
 * A task in somebody's list.
 *
 * @param postId the post through which it is seen
 * @param assigneeId member of staff who took it; empty while nobody has
 * @param unitPath ids from the root to the unit where the case lay when the task began
 */
public record InboxItem(
        long id,
        String taskId,
        long postId,
        @Nullable Long assigneeId,
        String family,
        String caseNumber,
        String taskKey,
        String formKey,
        String title,
        @Nullable String place,
        @Nullable String unitPath,
        Instant createdAt,
        Instant dueAt,
        Instant warnAt) {

    /** How the deadline stands at {@code now}. */
    public DeadlineState state(Instant now) {
        return DeadlineState.of(now, warnAt, dueAt);
    }

    /** Ids of the units whose working hours count, nearest first. */
    public List<Long> unitsNearestFirst() {
        return CaseUnits.nearestFirst(unitPath);
    }

    /** Route of the page on which the task is done. */
    public String route() {
        return formKey + "/" + caseNumber;
    }
}
