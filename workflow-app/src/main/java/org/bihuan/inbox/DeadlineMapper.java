package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads tasks by their deadlines. */
@Mapper
interface DeadlineMapper {

    /** Up to when those of this kind were told, locked; empty while another transaction has it. */
    @Nullable Instant lock(String kind);

    void reached(String kind, Instant until);

    /** Rows of tasks that do not rest and whose warning, or else deadline, lies after the first and not after the second. */
    List<InboxItem> between(boolean warning, Instant after, Instant until);
}
