package org.bihuan.incident;

import java.util.Objects;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskHanded;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is given the task of handling handles the incident, whichever operation gave it. */
@Component
class HandlerFollowsTask {

    private final Incidents incidents;
    private final OpenTasks open;
    private final StaffService staff;
    private final CurrentUser currentUser;

    HandlerFollowsTask(Incidents incidents, OpenTasks open, StaffService staff, CurrentUser currentUser) {
        this.incidents = incidents;
        this.open = open;
        this.staff = staff;
        this.currentUser = currentUser;
    }

    @EventListener
    void follow(TaskHanded handed) {
        open.find(handed.taskId())
                .filter(task ->
                        task.family().equals(Incident.FAMILY) && task.taskKey().equals(Tasks.HANDLE_INCIDENT))
                .ifPresent(this::follow);
    }

    /** A step that goes back gives the task first and says so to the incident afterwards: then there is nothing to do. */
    private void follow(InboxTask task) {
        Incident incident = incidents.lock(new CaseNumber(task.caseNumber()));
        Long post = incident.state().handlingPostId();
        boolean handling =
                incident.status() == IncidentStatus.ASSIGNED || incident.status() == IncidentStatus.IN_PROGRESS;
        if (!handling || post == null || Objects.equals(incident.state().handlerId(), task.assigneeId())) {
            return;
        }
        if (task.assigneeId() == null) {
            incidents.save(incident, Incident::released);
            incidents.tell(new IncidentEvent.Released(incident.ref(), currentUser.actor(), incidents.now()));
            return;
        }
        long receiver = task.assigneeId();
        if (staff.postsOf(receiver).stream().noneMatch(held -> task.posts().contains(held.id()))) {
            // From another post: that changes more, see IncidentReceivers.
            return;
        }
        incidents.save(incident, i -> i.handedTo(post, receiver));
        incidents.tell(new IncidentEvent.HandedOn(
                incident.ref(),
                currentUser.actor(),
                incidents.now(),
                staff.find(receiver).map(Staff::name).orElse("")));
    }
}
