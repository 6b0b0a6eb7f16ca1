package org.bihuan.task;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.task.HandoverList.Line;
import org.jspecify.annotations.Nullable;

/** Keeps the lists; nothing changes them. */
@Mapper
interface HandoverMapper {

    void insert(long staffId, String staffName, long handedBy, String handedByName, Instant handedAt, String reason);

    long lastId();

    void insertLines(long handoverId, List<Line> lines);

    @Nullable Head find(long id);

    /** Latest first. */
    List<Head> ofHander(long handedBy, int limit);

    List<Line> lines(long handoverId);

    /** A list without its lines. */
    record Head(
            long id,
            long staffId,
            String staffName,
            long handedBy,
            String handedByName,
            Instant handedAt,
            String reason) {}
}
