package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Writes and finds single tasks; what is only asked about a task is not found here. */
@Mapper
interface InboxMapper {

    /**
     * Adds a row for each post, or one that nobody finds where the task has none.
     *
     * @param shared whether the task has several posts
     * @param origin the task whose completion made this one
     * @param escalateAt when the superior is told that it is late; null for never
     */
    void insert(
            InboxTask task,
            boolean shared,
            CaseSummary summary,
            TextMarks marks,
            @Nullable String origin,
            @Nullable Instant escalateAt);

    /**
     * Takes the task if nobody has it: the row decides the race, not the engine. Counts the rows changed.
     *
     * @param forStaffId absent member of staff in whose place it is taken
     */
    int claim(String taskId, long staffId, @Nullable Long forStaffId, Instant at);

    /** Takes the task from somebody absent, in his place, if he has it still. Counts the rows changed. */
    int takeOver(String taskId, long absentId, long staffId, Instant at);

    int release(String taskId, long staffId);

    /** The time stays when the task is that person's already. */
    void assign(String taskId, @Nullable Long assigneeId, Instant at);

    void insertDone(String taskId, long staffId, Instant completedAt);

    /** Ends everything that is asked about the task, and the task itself. */
    void delete(String taskId);

    /** Who sees the task or something that is asked about it. */
    List<Reader> readers(String taskId);

    List<InboxItem> ofTask(String taskId);

    /** Locks the rows of the task until the transaction ends. */
    List<InboxItem> lockTask(String taskId);

    List<InboxItem> ofCaseTask(String caseNumber, String taskKey);

    /** Locks the rows of the case's open task of this name until the transaction ends. */
    List<InboxItem> lockCaseTask(String caseNumber, String taskKey);

    List<InboxItem> ofCase(String caseNumber);

    /** Who has the task or completed it; null when nobody took it or it ended without a person. */
    @Nullable Holding holding(String taskId);

    /** Somebody has a task since then, or completed it then. */
    record Holding(long staffId, String name, @Nullable Instant since) {}

    /** A row of a task: its readers, and whether anything goes with it. */
    record Reader(@Nullable Long postId, @Nullable Long staffId, boolean accompanied) {}
}
