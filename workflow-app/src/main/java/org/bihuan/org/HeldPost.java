package org.bihuan.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time in a post, past, present or to come.
 *
 * @param validFrom first day
 * @param validTo first day on which the post is no longer held; empty while no end is set
 */
public record HeldPost(
        long staffId,
        String username,
        String staffName,
        boolean enabled,
        long postId,
        Role role,
        long unitId,
        String unitName,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean heldOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }
}
