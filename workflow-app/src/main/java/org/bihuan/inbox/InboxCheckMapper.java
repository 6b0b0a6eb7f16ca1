package org.bihuan.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads the lists for the check. */
@Mapper
interface InboxCheckMapper {

    List<Row> after(long id, int limit);

    /** Rows of these tasks that somebody finds in a list. */
    List<Row> ofTasks(Collection<String> taskIds);

    /** How the deadlines of these tasks were moved, first things first. */
    List<DeadlineReckoning.Move> moves(Collection<String> taskIds);

    /**
     * One row of a list, as far as it can be compared.
     *
     * @param countedDueAt the deadline that counts, also while the case rests
     */
    record Row(
            long id,
            String taskId,
            ItemKind kind,
            String caseNumber,
            String taskKey,
            @Nullable Long assigneeId,
            @Nullable String unitPath,
            Instant createdAt,
            Instant dueAt,
            Instant countedDueAt) {}
}
