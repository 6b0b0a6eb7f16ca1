package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads lists, each by one statement. */
@Mapper
interface InboxListMapper {

    /**
     * @param mine whether tasks held by {@code staffId} are wanted
     * @param posts posts whose unclaimed tasks are wanted; not empty unless {@code mine}
     * @return with the rows of tasks that appear once more by another post
     */
    List<Found> todo(
            long staffId,
            boolean mine,
            List<Long> posts,
            @Nullable String family,
            @Nullable String state,
            @Nullable String pattern,
            boolean newest,
            @Nullable Instant afterTime,
            @Nullable Long afterId,
            Instant now,
            int limit);

    /**
     * @param lateLimit of red and yellow together, that is as far as they are counted
     * @param limit of green
     */
    Colours count(long staffId, List<Long> posts, Instant now, int lateLimit, int limit);

    List<DoneItem> done(
            long staffId,
            @Nullable String family,
            @Nullable String pattern,
            @Nullable Instant afterTime,
            @Nullable Long afterId,
            int limit);

    /** How many tasks are in each state. */
    record Colours(int red, int yellow, int green) {}

    /**
     * A row of the list.
     *
     * @param repeated whether the same task is in the list already, by another post of the reader's
     */
    record Found(
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
            @Nullable Instant suspendedAt,
            @Nullable String suspendedWhy,
            boolean repeated) {

        InboxItem item() {
            return new InboxItem(
                    id,
                    taskId,
                    kind,
                    refId,
                    postId,
                    assigneeId,
                    ownerId,
                    forStaffId,
                    family,
                    caseNumber,
                    taskKey,
                    formKey,
                    title,
                    place,
                    unitPath,
                    createdAt,
                    dueAt,
                    warnAt,
                    urgedAt,
                    suspendedAt,
                    suspendedWhy);
        }
    }
}
