package org.bihuan.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff and the posts they hold. */
@Service
@Transactional(readOnly = true)
public class StaffService {

    private final StaffMapper mapper;
    private final StandIns standIns;
    private final Clock clock;

    StaffService(StaffMapper mapper, StandIns standIns, Clock clock) {
        this.mapper = mapper;
        this.standIns = standIns;
        this.clock = clock;
    }

    @PreAuthorize("@rights.may('staff.look')")
    public Optional<Staff> find(long staffId) {
        return Optional.ofNullable(mapper.find(staffId));
    }

    /** Names by ids, of those that there are; by one statement. */
    @PreAuthorize("@rights.may('staff.look')")
    public Map<Long, String> names(Collection<Long> staffIds) {
        return staffIds.isEmpty()
                ? Map.of()
                : mapper.findAll(staffIds).stream().collect(Collectors.toMap(Staff::id, Staff::name));
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

    /** Posts for work at the unit and above it that somebody holds today, nearest first. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<Post> heldUpwards(OrgUnit unit) {
        return mapper.heldUpwards(unit.path(), today());
    }

    /** Enabled staff who hold such a post today, at the nearest unit at or above this one; empty when nobody does. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<Staff> holders(OrgUnit unit, RoleAbove wanted) {
        return heldUpwards(unit).stream()
                .filter(post -> post.role() == wanted.role())
                .filter(post -> wanted.kind() == null || post.unitKind() == wanted.kind())
                .findFirst()
                .map(post -> holders(post.id()))
                .orElse(List.of());
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

    /** Everybody for whom the person stands in today. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<StandIn> standInsOf(long staffId) {
        return standIns.of(staffId);
    }

    /** Ids of all posts that the person holds, held or will hold. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<Long> everHeldBy(long staffId) {
        return mapper.everHeldBy(staffId);
    }

    /** Those of the posts that nobody holds today who could sign in. */
    @PreAuthorize("@rights.may('staff.look')")
    public Set<Long> unheld(Collection<Long> postIds) {
        if (postIds.isEmpty()) {
            return Set.of();
        }
        var unheld = new TreeSet<>(postIds);
        unheld.removeAll(mapper.heldOf(postIds, today()));
        return unheld;
    }

    /** Holders of posts of these roles at or below the unit today, in the order of their ids. */
    @PreAuthorize("@rights.may('staff.look')")
    public List<Colleague> holdersBelow(String unitPath, Collection<Role> roles) {
        return roles.isEmpty() ? List.of() : mapper.holdersBelow(unitPath, roles, today());
    }

    private LocalDate today() {
        return OrgService.today(clock);
    }
}
