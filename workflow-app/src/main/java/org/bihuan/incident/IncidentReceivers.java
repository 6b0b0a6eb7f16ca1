package org.bihuan.incident;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.incident.process.IncidentProcess;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.org.UnitKind;
import org.springframework.stereotype.Component;

/** Grid workers of one community help each other: who may be given an incident, and what changes with it. */
@Component
class IncidentReceivers {

    private final Incidents incidents;
    private final IncidentProcess process;
    private final OpenTasks open;
    private final OrgService units;
    private final StaffService staff;
    private final CurrentUser currentUser;

    IncidentReceivers(
            Incidents incidents,
            IncidentProcess process,
            OpenTasks open,
            OrgService units,
            StaffService staff,
            CurrentUser currentUser) {
        this.incidents = incidents;
        this.process = process;
        this.open = open;
        this.units = units;
        this.staff = staff;
        this.currentUser = currentUser;
    }

    /** Grid workers of the other grids of the community, in the order of the grids. */
    List<Staff> neighbours(Incident incident, InboxTask task) {
        return posts(incident).stream()
                .filter(post -> !task.posts().contains(post.id()))
                .flatMap(post -> staff.holders(post.id()).stream())
                .distinct()
                .toList();
    }

    /**
     * Whoever holds the task of handling handles the incident, also when a step that went back is given to its former
     * holder; nothing happens where he does already. Another post is another round of dispatch; the place stays where it
     * is.
     *
     * @throws TaskRefusedException when the receiver has no post that could handle it
     */
    void handedTo(Incident incident, InboxTask task, Staff receiver) {
        if (incident.status() == IncidentStatus.IN_PROGRESS
                && Objects.equals(incident.state().handlerId(), receiver.id())) {
            return;
        }
        Post post = post(incident, task, receiver);
        Incident after = incidents.save(incident, i -> i.handedTo(post.id(), receiver.id()));
        if (after.state().round() > incident.state().round()) {
            incidents.dispatched(after, post.id());
            open.repost(task, List.of(post.id()));
            process.handedTo(incident.caseNumber(), post);
        }
        incidents.tell(new IncidentEvent.HandedOn(
                incident.ref(),
                currentUser.actorOrProgram(),
                incidents.now(),
                post.unitName() + " " + receiver.name()));
    }

    /** The post by which the receiver may have it: the present one, one that the operation chose, or one of that role. */
    private Post post(Incident incident, InboxTask task, Staff receiver) {
        List<Post> held = staff.postsOf(receiver.id());
        Long present = incidents.lastPost(incident).orElse(null);
        List<Long> offered = open.find(task.taskId()).map(InboxTask::posts).orElse(List.of());
        Role role = Optional.ofNullable(present)
                .flatMap(staff::post)
                .map(Post::role)
                .orElse(null);
        return held.stream()
                .filter(post -> Objects.equals(post.id(), present))
                .findFirst()
                .or(() -> held.stream()
                        .filter(post -> offered.contains(post.id()))
                        .findFirst())
                .or(() -> held.stream().filter(post -> post.role() == role).findFirst())
                .orElseThrow(() -> new TaskRefusedException("task.refused.incident.receiver"));
    }

    private List<Post> posts(Incident incident) {
        return incidents
                .lastPost(incident)
                .flatMap(staff::post)
                .filter(post -> post.role() == Role.GRID_WORKER)
                .flatMap(post -> units.find(post.unitId()))
                .flatMap(grid -> units.nearest(grid, UnitKind.COMMUNITY))
                .map(this::posts)
                .orElse(List.of());
    }

    private List<Post> posts(OrgUnit community) {
        return units.below(community, UnitKind.GRID).stream()
                .map(grid -> staff.post(grid.id(), Role.GRID_WORKER))
                .flatMap(Optional::stream)
                .toList();
    }
}
