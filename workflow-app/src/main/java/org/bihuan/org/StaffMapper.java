package org.bihuan.org;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffMapper {

    @Nullable Staff find(long staffId);

    List<Staff> findAll(Collection<Long> staffIds);

    List<Post> postsOf(long staffId, LocalDate today);

    List<Long> postIdsOf(long staffId, LocalDate today);

    List<Post> formerPostsOf(long staffId, LocalDate today);

    @Nullable Post postAt(long unitId, Role role);

    @Nullable Post post(long postId);

    List<Staff> holders(long postId, LocalDate today);

    List<Post> heldUpwards(String unitPath, LocalDate today);

    @Nullable Post nearestHeld(String unitPath, Role role, LocalDate today);

    /**
     * Whoever works on cases and holds a post today, each once with the first post that fits.
     *
     * @param staffIds only these; null for all
     */
    List<Colleague> colleagues(
            @Nullable Collection<Long> staffIds,
            Collection<Long> without,
            String pattern,
            LocalDate today,
            int offset,
            int limit);

    List<Long> everHeldBy(long staffId);

    /** Those of the posts that somebody holds today. */
    List<Long> heldOf(Collection<Long> postIds, LocalDate today);

    List<Colleague> holdersBelow(String unitPath, Collection<Role> roles, LocalDate today);
}
