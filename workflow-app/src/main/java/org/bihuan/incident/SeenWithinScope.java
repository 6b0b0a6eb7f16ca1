package org.bihuan.incident;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.org.Role;
import org.bihuan.org.StaffPrincipal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Nobody sees an incident outside of the units of the own posts, unless somebody let him in. Tried with samples: people of each role open incidents
 * from all over the table through the same service as the page does, and the answer is compared with the bare tables.
 */
@Component
class SeenWithinScope implements Invariant {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Written once more on purpose: a rule too many in the policy must not make the check agree with it. */
    private static final Set<Role> READERS = Set.of(
            Role.GRID_WORKER, Role.COMMUNITY_STAFF, Role.STREET_CLERK, Role.DISPATCHER, Role.LEADER, Role.AUDITOR);

    private final IncidentCheckMapper mapper;
    private final ObjectProvider<IncidentLookup> lookup;

    SeenWithinScope(IncidentCheckMapper mapper, ObjectProvider<IncidentLookup> lookup) {
        this.mapper = mapper;
        this.lookup = lookup;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(11, "事件只在权限范围内可见(抽样)", "incidents are seen only within the scope of the posts (sampled)");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        LocalDate today = scope.now().atZone(ZONE).toLocalDate();
        int side = (int) Math.sqrt(scope.sample());
        List<IncidentCheckMapper.Place> places = places(side);
        for (Role role : Role.values()) {
            for (long staffId : mapper.staffWith(role, today, side)) {
                List<IncidentCheckMapper.Held> posts = mapper.heldBy(staffId, today);
                for (IncidentCheckMapper.Place place : places) {
                    if (!maySee(posts, place)
                            && sees(staffId, role, place)
                            && !mapper.letIn(place.caseNumber(), staffId)) {
                        findings.add(place.caseNumber() + " by staff " + staffId + " (" + role + ")");
                    }
                }
            }
        }
    }

    /** Evenly spread over the table. */
    private List<IncidentCheckMapper.Place> places(int amount) {
        Long last = mapper.lastId();
        var places = new ArrayList<IncidentCheckMapper.Place>();
        for (int i = 0; last != null && i < amount; i++) {
            IncidentCheckMapper.Place place = mapper.placeFrom(1 + last * i / amount);
            if (place != null && !places.contains(place)) {
                places.add(place);
            }
        }
        return places;
    }

    private static boolean maySee(List<IncidentCheckMapper.Held> posts, IncidentCheckMapper.Place place) {
        return posts.stream()
                .anyMatch(post ->
                        READERS.contains(post.role()) && place.unitPath().startsWith(post.unitPath())
                                || Objects.equals(place.handlingPostId(), post.postId()));
    }

    private boolean sees(long staffId, Role role, IncidentCheckMapper.Place place) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new StaffPrincipal(staffId, "check", "", true, true, false),
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + role))));
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context);
        try {
            lookup.getObject().details(new CaseNumber(place.caseNumber()));
            return true;
        } catch (CaseNotFoundException | AccessDeniedException e) {
            return false;
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
