package org.bihuan.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface OutboxMapper {

    void put(String messageId, String topic, String payload, Instant now);

    /** Messages that are due and that no other node is just taking. */
    List<OutboxMessage> lockDue(Instant now, int most);

    void lease(List<Long> ids, Instant until);

    void delivered(long id, Instant now);

    /** Does nothing when another node took the message since. */
    void failed(long id, int attempt, String code, Instant next);

    /** As if it had not been taken. */
    void giveBack(long id, int attempt, Instant next);

    /** As if it had been left at that instant. */
    void postponed(long id, int attempt, Instant until);

    long undelivered();

    @Nullable Instant oldest();

    int sweep(Instant before, int most);
}
