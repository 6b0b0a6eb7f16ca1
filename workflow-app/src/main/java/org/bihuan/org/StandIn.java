package org.bihuan.org;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Somebody who is away and for whom a member of staff stands in today.
 *
 * @param families words of the families for which it holds; empty for all
 * @param lastDay last day on which it holds
 * @param posts that the absent person holds today
 */
public record StandIn(long staffId, String name, Set<String> families, LocalDate lastDay, List<Post> posts) {

    public StandIn {
        families = Set.copyOf(families);
        posts = List.copyOf(posts);
    }

    /** Whether it holds for cases of this family. */
    public boolean covers(String family) {
        return families.isEmpty() || families.contains(family);
    }

    /** Whether the absent person holds one of these posts. */
    public boolean holdsOneOf(List<Long> postIds) {
        return posts.stream().anyMatch(post -> postIds.contains(post.id()));
    }
}
