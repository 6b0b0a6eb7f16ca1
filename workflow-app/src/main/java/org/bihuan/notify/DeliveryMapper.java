package org.bihuan.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface DeliveryMapper {

    /** Returns 1 where it is new, else more. */
    int insert(long noticeId, long staffId, String channel, @Nullable Instant digestAt, Instant now);

    /** How many went at once since then. */
    int sentAtOnce(long staffId, String channel, Instant since);

    void carriedBy(long noticeId, String channel, String messageId);

    /** How many are collected for this digest and not in a message yet. */
    int collected(long staffId, String channel, Instant digestAt);

    /** Puts what is collected into this message, unless another has it. */
    void claim(long staffId, String channel, Instant digestAt, String messageId);

    /** Notices in this message that have not ended, oldest first. */
    List<NoticeRow> outgoing(String messageId);

    void ended(String messageId, Collection<Long> noticeIds, Outcome outcome, Instant now);

    int sweep(Instant before, int most);

    /** How a delivery ends. */
    enum Outcome {
        SENT,
        READ,
        OFF,
        NO_ADDRESS
    }
}
