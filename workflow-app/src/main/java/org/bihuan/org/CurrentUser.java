package org.bihuan.org;

import java.util.List;
import java.util.Optional;
import org.bihuan.casefile.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The member of staff on whose behalf the program acts, and the posts that person holds today. */
@Component
public class CurrentUser {

    private final StaffService staff;

    CurrentUser(StaffService staff) {
        this.staff = staff;
    }

    /** Empty for residents and for the program's own jobs. */
    public Optional<Staff> staff() {
        return staffId().flatMap(staff::find);
    }

    public Optional<Long> staffId() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal
                ? Optional.of(principal.staffId())
                : Optional.empty();
    }

    /**
     * The signed-in member of staff.
     *
     * @throws AccessDeniedException when nobody is signed in
     */
    public Staff require() {
        return staff().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    public Actor actor() {
        Staff person = require();
        return Actor.staff(person.id(), person.name());
    }

    /** Posts held today, read anew. */
    public List<Post> posts() {
        return staffId().map(staff::postsOf).orElse(List.of());
    }

    /** Whether one of the posts has this role, anywhere. */
    public boolean holds(Role role) {
        return posts().stream().anyMatch(post -> post.role() == role);
    }

    /** Whether one of the posts has one of these roles at the unit or above it. */
    public boolean holdsAbove(OrgUnit unit, Role... roles) {
        return posts().stream().anyMatch(post -> List.of(roles).contains(post.role()) && post.covers(unit));
    }
}
