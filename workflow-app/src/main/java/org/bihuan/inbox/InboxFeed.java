package org.bihuan.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bihuan.inbox.InboxChangeMapper.Change;
import org.bihuan.org.StandIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that something changed for them. Reads a table, so it does not matter on which node the change was
 * made; what is not committed is not there.
 */
@Component
public class InboxFeed {

    /** Ids are given before the commit, so a smaller one may appear later than a larger one. */
    private static final int OVERLAP = 1000;

    private static final int MOST = 10_000;

    /** Pages are told at least this often, in polls, because deadlines pass without any change. */
    private static final int POLLS_PER_ROUND = 60;

    private static final Duration KEPT = Duration.ofHours(1);

    private static final int PURGED_AT_ONCE = 5000;

    private static final Logger LOG = LoggerFactory.getLogger(InboxFeed.class);

    private final InboxChangeMapper mapper;
    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final TreeSet<Long> seen = new TreeSet<>();
    private long last;
    private int polls;

    InboxFeed(InboxChangeMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Calls {@code tell} after each change for this person or these posts, from a thread of the program's own, so it
     * must be short.
     *
     * @return stops it
     */
    @PreAuthorize("@rights.may('inbox.read')")
    public Runnable listen(long staffId, Set<Long> posts, Runnable tell) {
        return listen(staffId, posts, List.of(), tell);
    }

    /** As above, and after each change for people who are away and for their posts. */
    @PreAuthorize("@rights.may('inbox.read')")
    public synchronized Runnable listen(long staffId, Set<Long> posts, List<StandIn> absent, Runnable tell) {
        if (listeners.isEmpty()) {
            last = mapper.lastId();
            seen.clear();
            news();
        }
        var people = new HashSet<>(Set.of(staffId));
        var all = new HashSet<>(posts);
        for (StandIn one : absent) {
            people.add(one.staffId());
            one.posts().forEach(post -> all.add(post.id()));
        }
        var listener = new Listener(staffId, Set.copyOf(people), Set.copyOf(all), tell);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Open pages of staff on this node that listen at this moment. */
    public int pages() {
        return listeners.size();
    }

    /** Members of staff who have such a page open. */
    public int people() {
        return (int) listeners.stream().map(Listener::staffId).distinct().count();
    }

    /** Looks once whether there is something to tell. */
    @Scheduled(fixedDelay = 1000)
    public void poll() {
        if (!listeners.isEmpty()) {
            concerned().forEach(this::tell);
        }
    }

    /** Forgets changes that every open page has seen long since. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
    public void purge() {
        int purged = PURGED_AT_ONCE;
        while (purged == PURGED_AT_ONCE) {
            purged = mapper.purge(clock.instant().minus(KEPT), PURGED_AT_ONCE);
        }
    }

    private synchronized List<Listener> concerned() {
        var posts = new HashSet<Long>();
        var staff = new HashSet<Long>();
        for (Change change : news()) {
            if (change.postId() != null) {
                posts.add(change.postId());
            }
            if (change.staffId() != null) {
                staff.add(change.staffId());
            }
        }
        polls = (polls + 1) % POLLS_PER_ROUND;
        return listeners.stream()
                .filter(listener -> polls == 0 || listener.concernedBy(posts, staff))
                .toList();
    }

    private List<Change> news() {
        List<Change> news = mapper.after(last - OVERLAP, MOST).stream()
                .filter(change -> seen.add(change.id()))
                .toList();
        if (!news.isEmpty()) {
            last = seen.last();
            seen.headSet(last - OVERLAP, true).clear();
        }
        return news;
    }

    private void tell(Listener listener) {
        try {
            listener.tell.run();
        } catch (RuntimeException e) {
            // The page is gone or broken; the others must hear all the same.
            listeners.remove(listener);
            LOG.debug("A page no longer listens", e);
        }
    }

    private record Listener(long staffId, Set<Long> people, Set<Long> posts, Runnable tell) {

        boolean concernedBy(Set<Long> changedPosts, Set<Long> changedStaff) {
            return people.stream().anyMatch(changedStaff::contains)
                    || posts.stream().anyMatch(changedPosts::contains);
        }
    }
}
