package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.calendar.DeadlineState;
import org.jspecify.annotations.Nullable;

/** Reads lists, each by one statement. */
@Mapper
interface InboxListMapper {

    /**
     * @param mine whether tasks held by {@code staffId} are wanted
     * @param posts posts whose unclaimed tasks are wanted; not empty unless {@code mine}
     */
    List<InboxItem> todo(
            long staffId,
            boolean mine,
            List<Long> posts,
            @Nullable String family,
            @Nullable String state,
            @Nullable String pattern,
            boolean newest,
            @Nullable Instant afterTime,
            @Nullable Long afterId,
            Instant now,
            int limit);

    List<Count> count(long staffId, boolean mine, List<Long> posts, List<String> states, Instant now, int limit);

    List<DoneItem> done(
            long staffId,
            @Nullable String family,
            @Nullable String pattern,
            @Nullable Instant afterTime,
            @Nullable Long afterId,
            int limit);

    /** How many tasks are in a state. */
    record Count(DeadlineState state, int amount) {}
}
