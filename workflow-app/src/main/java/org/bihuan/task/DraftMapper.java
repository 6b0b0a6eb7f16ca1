package org.bihuan.task;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Keeps what people have written so far for open tasks. */
@Mapper
interface DraftMapper {

    void save(String taskId, long staffId, String answers, Instant at);

    @Nullable Row find(String taskId, long staffId);

    int drop(String taskId, long staffId);

    /** Drops the drafts of everybody. */
    int dropAll(String taskId);

    /** Gives the draft to another, who keeps his own if he has one. */
    void hand(String taskId, long from, long to);

    /** A draft. */
    record Row(String answers, Instant savedAt) {}
}
