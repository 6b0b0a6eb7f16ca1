package org.bihuan.task;

import java.util.List;
import java.util.Optional;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.StaffService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is above somebody's work: the leaders, and where there is none, the dispatchers. */
@Component
class Superiors {

    private final OrgService units;
    private final StaffService staff;

    Superiors(OrgService units, StaffService staff) {
        this.units = units;
        this.staff = staff;
    }

    /** The unit where the case of the task lies; that of the post where it lies nowhere. */
    Optional<OrgUnit> unitOfCase(InboxTask task) {
        return task.unitsNearestFirst().stream()
                .findFirst()
                .flatMap(units::find)
                .or(() -> unitOfPost(task));
    }

    /** The unit of the holder's post; while nobody holds the task, of the first post that may. */
    Optional<OrgUnit> unitOfPost(InboxTask task) {
        List<Long> held = task.assigneeId() == null
                ? List.of()
                : staff.postsOf(task.assigneeId()).stream().map(Post::id).toList();
        return task.posts().stream()
                .filter(held::contains)
                .findFirst()
                .or(() -> task.posts().stream().findFirst())
                .flatMap(staff::post)
                .flatMap(post -> units.find(post.unitId()));
    }

    /**
     * Leaders' posts at the unit and above it, nearest first, or dispatchers' where no leader is there. Only posts that
     * cover the unit of the case, because others do not see it, and that somebody besides this person holds: nobody is
     * his own superior.
     */
    List<Post> above(OrgUnit unit, OrgUnit unitOfCase, @Nullable Long exceptStaff) {
        List<OrgUnit> way = units.upwards(unit);
        List<Post> leaders = held(way, Role.LEADER, unitOfCase, exceptStaff);
        return leaders.isEmpty() ? held(way, Role.DISPATCHER, unitOfCase, exceptStaff) : leaders;
    }

    private List<Post> held(List<OrgUnit> way, Role role, OrgUnit unitOfCase, @Nullable Long exceptStaff) {
        return way.stream()
                .flatMap(unit -> staff.post(unit.id(), role).stream())
                .filter(post -> post.covers(unitOfCase))
                .filter(post -> staff.holders(post.id()).stream()
                        .anyMatch(person -> exceptStaff == null || person.id() != exceptStaff))
                .toList();
    }
}
