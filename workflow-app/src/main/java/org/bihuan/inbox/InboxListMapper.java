package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads lists, each by one statement. */
@Mapper
interface InboxListMapper {

    /**
     * @param mine whether tasks held by {@code staffId} are wanted
     * @param posts posts whose unclaimed tasks are wanted
     * @param lent what is wanted in the place of others; not empty unless {@code mine} or posts
     * @param marks of all words of the search
     * @return each task once, although several of the posts may take it
     */
    List<InboxItem> todo(
            long staffId,
            boolean mine,
            List<Long> posts,
            List<Reach.Lent> lent,
            @Nullable String family,
            @Nullable String state,
            @Nullable TextMarks marks,
            List<String> patterns,
            boolean newest,
            @Nullable Instant afterTime,
            @Nullable Long afterId,
            Instant now,
            int limit);

    /** What the case asks of this person or of these posts, longest asked first. */
    List<InboxItem> asked(String caseNumber, long staffId, List<Long> posts);

    /**
     * @param lateLimit of red and yellow together, that is as far as they are counted
     * @param limit of green
     */
    Colours count(long staffId, List<Long> posts, List<Reach.Lent> lent, Instant now, int lateLimit, int limit);

    List<DoneItem> done(
            long staffId,
            @Nullable String family,
            List<String> patterns,
            @Nullable Instant afterTime,
            @Nullable Long afterId,
            int limit);

    /** How many tasks are in each state. */
    record Colours(int red, int yellow, int green) {}
}
