package org.bihuan.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.org.Post;
import org.bihuan.org.StandIn;
import org.jspecify.annotations.Nullable;

/**
 * Whose tasks a reader's lists hold besides those that he took.
 *
 * @param posts posts of which all tasks are his to take
 * @param lent what he sees in the place of people who are away: some families of further posts, and what they hold
 */
record Reach(List<Long> posts, List<Lent> lent) {

    /**
     * One more range of the lists.
     *
     * @param postId whose unclaimed tasks; empty where {@code staffId} is set
     * @param staffId whose tasks in hand; empty where {@code postId} is set
     * @param families words of families; empty for all
     */
    record Lent(@Nullable Long postId, @Nullable Long staffId, List<String> families) {}

    /** Own posts and those of people who are away, each once: what is lent in full is like an own one. */
    static Reach of(List<Long> own, List<StandIn> absent) {
        Set<Long> whole = new LinkedHashSet<>(own);
        absent.stream()
                .filter(one -> one.families().isEmpty())
                .flatMap(one -> one.posts().stream())
                .map(Post::id)
                .forEach(whole::add);
        Map<Long, Set<String>> parts = new LinkedHashMap<>();
        for (StandIn one : absent) {
            one.posts().stream()
                    .map(Post::id)
                    .filter(post -> !whole.contains(post))
                    .forEach(post -> parts.computeIfAbsent(post, key -> new LinkedHashSet<>())
                            .addAll(one.families()));
        }
        List<Lent> lent = new ArrayList<>();
        parts.forEach((post, families) -> lent.add(new Lent(post, null, List.copyOf(families))));
        absent.forEach(one -> lent.add(new Lent(null, one.staffId(), List.copyOf(one.families()))));
        return new Reach(List.copyOf(whole), List.copyOf(lent));
    }

    /** The same without what others hold. */
    Reach unclaimed() {
        return new Reach(
                posts, lent.stream().filter(part -> part.postId() != null).toList());
    }

    /** Nothing but what the reader took. */
    static Reach nothing() {
        return new Reach(List.of(), List.of());
    }

    boolean isEmpty() {
        return posts.isEmpty() && lent.isEmpty();
    }
}
