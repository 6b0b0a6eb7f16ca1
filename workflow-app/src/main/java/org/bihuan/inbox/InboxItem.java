package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.bihuan.calendar.DeadlineState;
import org.jspecify.annotations.Nullable;

/**
 * A task in somebody's list.
 *
 * @param refId row of the table that belongs to the kind; 0 for tasks
 * @param postId the post through which it is seen; empty where it is meant for one person
 * @param assigneeId member of staff who took it or for whom it is meant; empty while nobody has it
 * @param ownerId member of staff who gave it to its holder for a while and gets it back
 * @param forStaffId absent member of staff for whom a deputy took it
 * @param urgedAt when somebody last asked to hurry
 * @param urgedTimes how often somebody did
 * @param suspendedAt since when the case rests
 * @param suspendedWhy why it rests, shortened
 * @param unitPath ids from the root to the unit where the case lay when the task began
 * @param accompanied whether anything was ever asked about the task or kept for it that goes with it
 */
public record InboxItem(
        long id,
        String taskId,
        ItemKind kind,
        long refId,
        @Nullable Long postId,
        @Nullable Long assigneeId,
        @Nullable Long ownerId,
        @Nullable Long forStaffId,
        String family,
        String caseNumber,
        String taskKey,
        String formKey,
        String title,
        @Nullable String place,
        @Nullable String unitPath,
        Instant createdAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable Instant urgedAt,
        int urgedTimes,
        @Nullable Instant suspendedAt,
        @Nullable String suspendedWhy,
        boolean accompanied) {

    /** How the deadline stands at {@code now}. */
    public DeadlineState state(Instant now) {
        return DeadlineState.of(now, warnAt, dueAt);
    }

    /** Whether it can be taken as it stands: a task that nobody has and that does not rest. */
    public boolean claimable() {
        return kind == ItemKind.TASK && assigneeId == null && suspendedAt == null;
    }

    /** Whether something can be done with it together with others. */
    public boolean selectable() {
        return kind == ItemKind.TASK || kind == ItemKind.ESCALATION;
    }

    /** The task as far as this row tells: with one of its posts at most. */
    public InboxTask task() {
        return InboxTask.of(List.of(this));
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
