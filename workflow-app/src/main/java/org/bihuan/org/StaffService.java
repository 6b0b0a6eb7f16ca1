package org.bihuan.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff and the posts they hold. */
@Service
@Transactional(readOnly = true)
public class StaffService {

    private final StaffMapper mapper;
    private final Clock clock;

    StaffService(StaffMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @PreAuthorize("@rights.may('staff.look')")
    public Optional<Staff> find(long staffId) {
        return Optional.ofNullable(mapper.find(staffId));
    }

    /** Posts that the person holds today; none when the account is shut. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<Post> postsOf(long staffId) {
        return mapper.postsOf(staffId, today());
    }

    /** Posts that the person held once and does not hold today. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<Post> formerPostsOf(long staffId) {
        return mapper.formerPostsOf(staffId, today());
    }

    /** The post of this role at this unit, if it was ever set up. */
    @PreAuthorize("@rights.may('staff.look')")
    public Optional<Post> post(long unitId, Role role) {
        return Optional.ofNullable(mapper.postAt(unitId, role));
    }

    /** The post with this id. */
    @PreAuthorize("@rights.may('staff.look')")
    public Optional<Post> post(long postId) {
        return Optional.ofNullable(mapper.post(postId));
    }

    /** Enabled staff who hold the post today. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<Staff> holders(long postId) {
        return mapper.holders(postId, today());
    }

    /** The post of this role at the unit or the nearest one above it that somebody holds today. */
    @PreAuthorize("@rights.may('staff.look')")
    public Optional<Post> nearestHeld(OrgUnit unit, Role role) {
        return Optional.ofNullable(mapper.nearestHeld(unit.path(), role, today()));
    }

    /**
     * Whoever works on cases and holds a post today, by a part of the name or of the unit's name, in the order of the
     * names.
     *
     * @param text may be empty
     * @param without staff not wanted
     */
    @PreAuthorize("@rights.may('staff.search')")
    public List<Colleague> colleagues(String text, Collection<Long> without, int offset, int limit) {
        return mapper.colleagues(null, without, Like.holds(text), today(), offset, limit);
    }

    /** Those of these members of staff who work on cases and hold a post today, in the order of the names. */
    @PreAuthorize("@rights.may('staff.search')")
    public List<Colleague> colleagues(Collection<Long> staffIds) {
        return staffIds.isEmpty()
                ? List.of()
                : mapper.colleagues(staffIds, List.of(), Like.holds(""), today(), 0, staffIds.size());
    }

    private LocalDate today() {
        return OrgService.today(clock);
    }
}
