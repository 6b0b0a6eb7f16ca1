package org.bihuan.task;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Remembers who asked to hurry. */
@Mapper
interface UrgeMapper {

    void insert(String taskId, String caseNumber, long staffId, String words, Instant urgedAt);

    /** When somebody last asked to hurry with the task; null for never. */
    @Nullable Instant last(String taskId);
}
