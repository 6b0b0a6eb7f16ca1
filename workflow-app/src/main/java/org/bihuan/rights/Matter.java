package org.bihuan.rights;

import java.util.HashSet;
import java.util.Set;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.OrgUnit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about.
 *
 * @param name how a refusal names it, for example a case number
 * @param unitPath ids from the root to the unit where it lies; empty when it lies nowhere
 * @param postId the post that holds it
 * @param doers staff who did what is to be judged, or whose account it is
 * @param involving the case in which people may be involved, who are looked up when nothing else allows; empty where
 *     nobody is
 */
public record Matter(
        String name,
        @Nullable String unitPath,
        @Nullable Long postId,
        Set<Long> doers,
        @Nullable CaseNumber involving) {

    public Matter {
        doers = Set.copyOf(doers);
    }

    /** Something in which nobody can be involved. */
    public Matter(String name, @Nullable String unitPath, @Nullable Long postId, Set<Long> doers) {
        this(name, unitPath, postId, doers, null);
    }

    /** Something that lies at this unit. */
    public static Matter at(String name, OrgUnit unit) {
        return new Matter(name, unit.path(), null, Set.of());
    }

    /** Something that lies nowhere. */
    public static Matter named(String name) {
        return new Matter(name, null, null, Set.of());
    }

    /** Somebody's account. */
    public static Matter account(long staffId) {
        return new Matter("account", null, null, Set.of(staffId));
    }

    /** The same at the unit with this path. */
    Matter at(String path) {
        return new Matter(name, path, postId, doers);
    }

    /** The same, held by this post; null for by none. */
    public Matter heldBy(@Nullable Long post) {
        return new Matter(name, unitPath, post, doers, involving);
    }

    /** The same, done by this member of staff; null for by nobody yet. */
    public Matter doneBy(@Nullable Long staffId) {
        if (staffId == null) {
            return this;
        }
        var all = new HashSet<>(doers);
        all.add(staffId);
        return new Matter(name, unitPath, postId, all, involving);
    }

    /** The same, for those who are involved in this case as well. */
    public Matter involving(CaseNumber number) {
        return new Matter(name, unitPath, postId, doers, number);
    }
}
