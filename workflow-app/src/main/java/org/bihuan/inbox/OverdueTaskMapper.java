package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Finds late tasks by their own index, however many are open. */
@Mapper
interface OverdueTaskMapper {

    List<OverdueTasks.Overdue> after(Instant now, @Nullable Instant afterTime, @Nullable Long afterId, int limit);

    int due(String taskId, Instant now);

    void next(String taskId, @Nullable Instant escalateAt);
}
