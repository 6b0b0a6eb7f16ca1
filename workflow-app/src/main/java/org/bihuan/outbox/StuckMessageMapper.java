package org.bihuan.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface StuckMessageMapper {

    List<StuckMessage> page(int attempts, long afterId, int limit);

    /** The message, locked; empty when it has arrived, is gone or is leased at this moment. */
    @Nullable StuckMessage lock(long id, Instant now);

    void retry(long id, Instant now);

    void remove(long id);
}
