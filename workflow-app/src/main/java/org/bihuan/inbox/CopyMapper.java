package org.bihuan.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.inbox.CopyPost.Receiver;
import org.jspecify.annotations.Nullable;

/** Writes and reads copies. */
@Mapper
interface CopyMapper {

    /** One row for each receiver; {@code like} says what they have in common. */
    void insert(String sending, Copy like, Collection<Receiver> receivers);

    List<Copy> received(
            long staffId,
            @Nullable String family,
            List<String> patterns,
            @Nullable Instant afterTime,
            @Nullable Long afterId,
            int limit);

    /** Counted up to the limit. */
    int unread(long staffId, int limit);

    int read(String caseNumber, long staffId, Instant at);

    List<Copy> ofCase(String caseNumber);
}
