package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param taskKey id of the user task in its model
 * @param posts posts that may take it; none where several people sign it together
 * @param assigneeId member of staff who took it; empty while nobody has
 * @param ownerId member of staff who gave it to its holder for a while and gets it back
 * @param unitPath ids from the root to the unit where the case lay when the task began
 * @param warnAt when so much of the working time is used up that the deadline turns yellow
 * @param suspendedAt since when the case rests
 * @param accompanied whether anything was ever asked about it or kept for it that goes with it
 */
public record InboxTask(
        String taskId,
        String taskKey,
        String formKey,
        String family,
        String caseNumber,
        List<Long> posts,
        @Nullable Long assigneeId,
        @Nullable Long ownerId,
        @Nullable String unitPath,
        Instant createdAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable Instant suspendedAt,
        boolean accompanied) {

    /** The task that these rows of kind TASK stand for, one for each post. */
    static InboxTask of(List<InboxItem> rows) {
        InboxItem first = rows.getFirst();
        return new InboxTask(
                first.taskId(),
                first.taskKey(),
                first.formKey(),
                first.family(),
                first.caseNumber(),
                rows.stream().map(InboxItem::postId).filter(Objects::nonNull).toList(),
                first.assigneeId(),
                first.ownerId(),
                first.unitPath(),
                first.createdAt(),
                first.dueAt(),
                first.warnAt(),
                first.suspendedAt(),
                first.accompanied());
    }

    /** The same with this holder; null for nobody. */
    InboxTask heldBy(@Nullable Long staffId) {
        return new InboxTask(
                taskId,
                taskKey,
                formKey,
                family,
                caseNumber,
                posts,
                staffId,
                ownerId,
                unitPath,
                createdAt,
                dueAt,
                warnAt,
                suspendedAt,
                accompanied);
    }

    /** The same at no post; its signers go with it. */
    InboxTask signedTogether() {
        return new InboxTask(
                taskId,
                taskKey,
                formKey,
                family,
                caseNumber,
                List.of(),
                assigneeId,
                ownerId,
                unitPath,
                createdAt,
                dueAt,
                warnAt,
                suspendedAt,
                true);
    }

    /** Whether several people sign it together, so that nobody takes it. */
    public boolean isJoint() {
        return posts.isEmpty();
    }

    /** Ids of the units whose working hours count, nearest first. */
    public List<Long> unitsNearestFirst() {
        return CaseUnits.nearestFirst(unitPath);
    }
}
