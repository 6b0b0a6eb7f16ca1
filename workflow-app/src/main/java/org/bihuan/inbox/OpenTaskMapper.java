package org.bihuan.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Writes what is done with open tasks besides taking and doing them. */
@Mapper
interface OpenTaskMapper {

    List<InboxItem> ofOrigin(String originTaskId);

    /** Notes that something goes with the task. */
    void accompany(String taskId);

    List<DoneStep> doneSteps(String caseNumber);

    List<InboxItem> ofHolder(long staffId);

    List<InboxItem> ofOwner(long ownerId);

    List<InboxItem> waitingFor(long postId, String taskId, int limit);

    List<TaskSurvey.Hold> holds();

    List<Long> waitingPosts();

    List<InboxItem> asked(String taskId, ItemKind kind);

    List<String> askedOf(long postId, ItemKind kind);

    List<String> askedAbout(ItemKind kind);

    List<InboxItem> lockTasks(Collection<String> taskIds);

    void handAll(Collection<String> taskIds, @Nullable Long staffId, Instant at);

    void own(String taskId, long ownerId);

    void undone(Collection<Long> ids, Instant at);

    void hand(String taskId, @Nullable Long staffId, @Nullable Long ownerId, Instant at);

    void repost(InboxTask task, Collection<Long> posts, boolean shared);

    void deletePostsExcept(String taskId, Collection<Long> posts);

    void due(String taskId, Instant dueAt, Instant warnAt, @Nullable Instant escalateAt);

    /** Notes that the deadline was moved. */
    void insertDeadline(String taskId, Instant dueAt, Instant movedAt);

    void urged(String taskId, Instant at);

    /**
     * Adds a row that asks for something about the task; one row for one post or one person.
     *
     * @param formKey route of the page that answers, without the case number
     */
    void ask(
            InboxTask task,
            CaseSummary summary,
            TextMarks marks,
            ItemKind kind,
            long refId,
            String formKey,
            @Nullable Long postId,
            @Nullable Long staffId,
            Instant createdAt,
            Instant dueAt,
            Instant warnAt);

    List<InboxChanges.Concerned> readersOfAsked(ItemKind kind, long refId);

    void insertAnswered(ItemKind kind, long refId, long staffId, Instant completedAt);

    /** Rows of the kind's own table that are still asked about tasks of the case. */
    Set<Long> askedOfCase(String caseNumber, ItemKind kind);

    int deleteAsked(ItemKind kind, long refId);
}
