package org.bihuan.org;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bihuan.casefile.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The member of staff on whose behalf the program acts, and the posts that person holds today. */
@Component
public class CurrentUser {

    private final StaffMapper mapper;
    private final StandIns standIns;
    private final ActingFor acting;
    private final Clock clock;

    private final ThreadLocal<Long> other = new ThreadLocal<>();

    CurrentUser(StaffMapper mapper, StandIns standIns, ActingFor acting, Clock clock) {
        this.mapper = mapper;
        this.standIns = standIns;
        this.acting = acting;
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
        return principal().map(StaffPrincipal::staffId);
    }

    private static Optional<StaffPrincipal> principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal
                ? Optional.of(principal)
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

    /** Whoever is signed in, for the absent person in whose place he acts in this transaction. */
    public Actor actor() {
        Actor actor = Actor.staff(
                requireId(), nameAtSignIn().orElseGet(() -> require().name()));
        StandIn absent = acting.current();
        return absent == null ? actor : actor.actingFor(absent.staffId(), absent.name());
    }

    private Optional<String> nameAtSignIn() {
        return other.get() == null
                ? principal().map(StaffPrincipal::name).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    /** As {@link #actor}, or the program itself where nobody is signed in. */
    public Actor actorOrProgram() {
        return staffId().isPresent() ? actor() : Actor.SYSTEM;
    }

    /** Everybody for whom the person stands in today, read anew. */
    public List<StandIn> standIns() {
        return staffId().map(standIns::of).orElse(List.of());
    }

    /** Remembers until the transaction ends in whose place the person acts; null for in his own right. */
    public void actFor(@Nullable StandIn absent) {
        acting.set(absent);
    }

    /** Whether it is known already in whose place the person acts. */
    public boolean actsForSomebody() {
        return acting.current() != null;
    }

    /** Posts held today, read anew. */
    public List<Post> posts() {
        return staffId().map(id -> mapper.postsOf(id, OrgService.today(clock))).orElse(List.of());
    }

    /** Ids of the posts held today, read anew. */
    public List<Long> postIds() {
        return staffId()
                .map(id -> mapper.postIdsOf(id, OrgService.today(clock)))
                .orElse(List.of());
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
