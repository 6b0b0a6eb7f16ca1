package org.bihuan.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Reads messages for the check. */
@Mapper
interface OutboxCheckMapper {

    /** Ids of messages that nobody took although they were due before the first instant, or that are older than the second. */
    List<String> late(Instant dueBefore, Instant madeBefore);
}
