package org.bihuan.incident;

import java.util.Optional;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.StaffService;
import org.bihuan.org.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who is responsible. What has no place, or nobody at it, goes to the dispatcher: nothing is dropped. */
@Component
class IncidentRouting {

    private final OrgService units;
    private final StaffService staff;

    IncidentRouting(OrgService units, StaffService staff) {
        this.units = units;
        this.staff = staff;
    }

    /**
     * Where a new incident goes.
     *
     * @param grid the grid of the place, if it is known
     * @param unit where the case lies: the grid, or else the community or the district
     * @param handling the grid's post, if somebody holds it
     */
    record Route(@Nullable OrgUnit grid, OrgUnit unit, Optional<Post> handling) {}

    /**
     * @throws OutsideDistrictException when the point lies outside the territory
     */
    Route route(IncidentReport report) {
        if (report.longitude() != null && report.latitude() != null) {
            OrgUnit grid = units.locate(report.longitude(), report.latitude(), UnitKind.GRID)
                    .orElse(null);
            if (grid != null) {
                return new Route(grid, grid, heldAt(grid));
            }
            if (units.locate(report.longitude(), report.latitude(), units.home().kind())
                            .isEmpty()
                    && units.hasBorder(units.home())) {
                throw new OutsideDistrictException();
            }
        }
        if (report.communityId() != null) {
            OrgUnit community = units.find(report.communityId()).orElseGet(units::home);
            var grids = units.below(community, UnitKind.GRID);
            // Only one grid: the place is certain. With several the dispatcher decides by the address.
            return grids.size() == 1
                    ? new Route(grids.getFirst(), grids.getFirst(), heldAt(grids.getFirst()))
                    : new Route(null, community, Optional.empty());
        }
        return new Route(null, units.home(), Optional.empty());
    }

    /** The post that dispatches for the unit: the nearest that somebody holds, or else the district's own. */
    Post dispatchingPost(OrgUnit unit) {
        return staff.nearestHeld(unit, Role.DISPATCHER)
                .or(() -> staff.post(units.home().id(), Role.DISPATCHER))
                .orElseThrow(() -> new IllegalStateException("There is no dispatcher's post above " + unit.name()));
    }

    /**
     * The post that checks what was done at the unit: its community, or the dispatcher where nobody but the handler is
     * there, because nobody checks own work.
     */
    Post verifyingPost(OrgUnit unit, long handlerId) {
        return staff.nearestHeld(unit, Role.COMMUNITY_STAFF)
                .filter(post -> staff.holders(post.id()).stream().anyMatch(person -> person.id() != handlerId))
                .orElseGet(() -> dispatchingPost(unit));
    }

    /** The post that handled the incident, if somebody still holds it. */
    Optional<Post> stillHeld(Incident incident) {
        return Optional.ofNullable(incident.state().handlingPostId())
                .flatMap(staff::post)
                .filter(post -> !staff.holders(post.id()).isEmpty());
    }

    /** The post that dispatches for the unit where the incident lies. */
    Post dispatchingPost(Incident incident) {
        return dispatchingPost(units.find(incident.state().unitId()).orElseThrow());
    }

    private Optional<Post> heldAt(OrgUnit grid) {
        return staff.nearestHeld(grid, Role.GRID_WORKER).filter(post -> post.unitId() == grid.id());
    }
}
