package org.bihuan.org;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffMapper {

    @Nullable Staff find(long staffId);

    List<Post> postsOf(long staffId, LocalDate today);

    List<Post> formerPostsOf(long staffId, LocalDate today);

    @Nullable Post postAt(long unitId, Role role);

    @Nullable Post post(long postId);

    List<Staff> holders(long postId, LocalDate today);

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
}
