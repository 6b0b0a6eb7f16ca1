package org.bihuan.rights;

import java.util.List;

/**
 * What of a list somebody may see.
 *
 * @param pathPatterns patterns for LIKE: a row is seen when the path of its unit matches one
 * @param postIds a row is seen as well when one of these posts holds it, whatever unit it lies at
 */
public record Scope(List<String> pathPatterns, List<Long> postIds) {

    public Scope {
        pathPatterns = List.copyOf(pathPatterns);
        postIds = List.copyOf(postIds);
    }

    public boolean isEmpty() {
        return pathPatterns.isEmpty() && postIds.isEmpty();
    }
}
