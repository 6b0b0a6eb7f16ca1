package org.bihuan.org;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff and the posts they hold. */
@Service
@Transactional(readOnly = true)
public class StaffService {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final StaffMapper mapper;
    private final Clock clock;

    StaffService(StaffMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    public Optional<Staff> find(long staffId) {
        return Optional.ofNullable(mapper.find(staffId));
    }

    /** Posts that the person holds today. */
    public List<Post> postsOf(long staffId) {
        return mapper.postsOf(staffId, today());
    }

    /** The post of this role at this unit, if it was ever set up. */
    public Optional<Post> post(long unitId, Role role) {
        return Optional.ofNullable(mapper.postAt(unitId, role));
    }

    /** The post with this id. */
    public Optional<Post> post(long postId) {
        return Optional.ofNullable(mapper.post(postId));
    }

    /** Enabled staff who hold the post today. */
    public List<Staff> holders(long postId) {
        return mapper.holders(postId, today());
    }

    /** The post of this role at the unit or the nearest one above it that somebody holds today. */
    public Optional<Post> nearestHeld(OrgUnit unit, Role role) {
        return Optional.ofNullable(mapper.nearestHeld(unit.path(), role, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
