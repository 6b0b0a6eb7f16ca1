package org.bihuan.incident;

import java.util.List;
import java.util.Set;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.springframework.stereotype.Component;

/**
 * Who may see an incident: the posts at the unit where it lies and above it, and the post that handles it. Others are
 * told that there is no such case.
 */
@Component
class IncidentAccess {

    /** Roles that see what lies at their unit and below it; administrators look after accounts, not cases. */
    static final Set<Role> READERS = Set.of(
            Role.GRID_WORKER, Role.COMMUNITY_STAFF, Role.STREET_CLERK, Role.DISPATCHER, Role.LEADER, Role.AUDITOR);

    private final CurrentUser currentUser;
    private final OrgService units;

    IncidentAccess(CurrentUser currentUser, OrgService units) {
        this.currentUser = currentUser;
        this.units = units;
    }

    boolean mayRead(Incident incident) {
        List<Post> posts = currentUser.posts();
        OrgUnit unit = units.find(incident.state().unitId()).orElseThrow();
        return posts.stream()
                .anyMatch(post -> READERS.contains(post.role()) && post.covers(unit)
                        || incident.state().handlingPostId() != null
                                && incident.state().handlingPostId() == post.id());
    }

    /**
     * @throws CaseNotFoundException when the incident is none of the current user's business
     */
    void requireRead(Incident incident) {
        if (!mayRead(incident)) {
            throw new CaseNotFoundException(incident.caseNumber().value());
        }
    }

    /** Whether the current user dispatches for the unit where the incident lies. */
    boolean mayDispatch(Incident incident) {
        OrgUnit unit = units.find(incident.state().unitId()).orElseThrow();
        return currentUser.holdsAbove(unit, Role.DISPATCHER);
    }

    /**
     * @throws CaseNotFoundException when the current user does not dispatch for the unit where the incident lies
     */
    void requireDispatcher(Incident incident) {
        if (!mayDispatch(incident)) {
            throw new CaseNotFoundException(incident.caseNumber().value());
        }
    }

    static CaseNotFoundException unknown(CaseNumber number) {
        return new CaseNotFoundException(number.value());
    }
}
