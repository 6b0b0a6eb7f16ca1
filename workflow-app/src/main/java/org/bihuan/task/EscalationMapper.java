package org.bihuan.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** The ledger of lateness told upwards. */
@Mapper
interface EscalationMapper {

    /** Written once for each task, deadline and level; the key refuses a second. */
    void insert(String taskId, String caseNumber, Instant dueAt, int level, long postId, Instant escalatedAt);

    /** What was told about this deadline of the task, nearest superior first. */
    List<Escalated> of(String taskId, Instant dueAt);

    /** What was told about the task and nobody has taken note of. */
    List<Escalated> openOf(String taskId);

    /** What was told to these posts about open tasks of the case and nobody has taken note of. */
    List<Escalated> waiting(String caseNumber, Collection<Long> posts);

    @Nullable Escalated find(long id);

    /** Counts 0 when somebody was faster. */
    int acknowledge(long id, long staffId, Instant at);
}
