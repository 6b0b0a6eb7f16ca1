package org.bihuan.org;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bihuan.casefile.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The member of staff on whose behalf the program acts, and the posts that person holds today. */
@Component
public class CurrentUser {

    private final StaffMapper mapper;
    private final Clock clock;

    private final ThreadLocal<Long> other = new ThreadLocal<>();

    CurrentUser(StaffMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Empty for residents and for the program's own jobs. */
    public Optional<Staff> staff() {
        return staffId().map(mapper::find);
    }

    public Optional<Long> staffId() {
        if (other.get() != null) {
            return Optional.of(other.get());
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal
                ? Optional.of(principal.staffId())
                : Optional.empty();
    }

    /**
     * Does what another member of staff has decided and only now may happen, with that person's posts and name. Not by
     * another security context: inside of a page the one of its session counts, whatever the thread says.
     */
    public void as(long staffId, Runnable deed) {
        Long before = other.get();
        other.set(staffId);
        try {
            deed.run();
        } finally {
            if (before == null) {
                other.remove();
            } else {
                other.set(before);
            }
        }
    }

    /**
     * The signed-in member of staff.
     *
     * @throws AccessDeniedException when nobody is signed in
     */
    public Staff require() {
        return staff().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /**
     * Id of the signed-in member of staff.
     *
     * @throws AccessDeniedException when nobody is signed in
     */
    public long requireId() {
        return staffId().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    public Actor actor() {
        Staff person = require();
        return Actor.staff(person.id(), person.name());
    }

    /** Posts held today, read anew. */
    public List<Post> posts() {
        return staffId().map(id -> mapper.postsOf(id, OrgService.today(clock))).orElse(List.of());
    }

    /** Posts held once and not today, read anew. */
    public List<Post> formerPosts() {
        return staffId()
                .map(id -> mapper.formerPostsOf(id, OrgService.today(clock)))
                .orElse(List.of());
    }

    /** Whether the person has to choose an own password before anything else. */
    public boolean mustChangePassword() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> StaffPrincipal.INITIAL_PASSWORD.equals(authority.getAuthority()))
                && staff().filter(Staff::mustChangePassword).isPresent();
    }
}
