package org.bihuan.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Writes and reads the rows of cases at rest. */
@Mapper
interface RestingTaskMapper {

    void rest(String caseNumber, Instant since, String why, Instant never);

    /** What rests of the case, once for each task and each thing that is asked about it. */
    List<Row> resting(String caseNumber);

    void wake(String taskId, ItemKind kind, long refId, Instant dueAt, Instant warnAt, @Nullable Instant escalateAt);

    /** Notes a change for all who see a row of the case. */
    void insertChange(String caseNumber, Instant changedAt);

    List<String> restingAfter(String caseNumber, int limit);

    Set<String> awakeAmong(Collection<String> caseNumbers);

    /** A row at rest, with the moments that it had before. */
    record Row(
            String taskId,
            ItemKind kind,
            long refId,
            @Nullable String unitPath,
            Instant dueBefore,
            Instant warnBefore,
            @Nullable Instant escalateAt,
            Instant suspendedAt,
            @Nullable String suspendedWhy) {}
}
