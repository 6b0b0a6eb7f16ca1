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

    /** One row of a list, as far as it can be compared. */
    record Row(
            long id,
            String taskId,
            ItemKind kind,
            String caseNumber,
            String taskKey,
            @Nullable Long assigneeId,
            @Nullable String unitPath,
            Instant createdAt,
            Instant dueAt) {}
}
