package org.bihuan.incident;

import java.util.List;
import java.util.Optional;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the incident follows when its process went back to an earlier step. Each change is one version and one entry. */
@Component
class IncidentSteppingBack {

    private final Incidents incidents;
    private final IncidentRouting routing;
    private final OpenTasks open;
    private final CurrentUser currentUser;

    IncidentSteppingBack(Incidents incidents, IncidentRouting routing, OpenTasks open, CurrentUser currentUser) {
        this.incidents = incidents;
        this.routing = routing;
        this.open = open;
        this.currentUser = currentUser;
    }

    /** The step before was returned to; handling once more is a new round. */
    void returned(CaseNumber number, String toTaskKey) {
        Incident incident = incidents.lock(number);
        if (!toTaskKey.equals(Tasks.HANDLE_INCIDENT)) {
            toDispatching(incident);
            return;
        }
        Post post = routing.stillHeld(incident)
                .orElseThrow(() -> new TaskRefusedException("task.refused.incident.return.nobody"));
        Long holder = holder(number);
        incidents.again(
                incident,
                post,
                i -> holder == null
                        ? i.sentBack(post.id())
                        : i.sentBack(post.id()).accepted(holder));
        tellHandling(incident);
    }

    Optional<String> hindersTakingBack(Incident incident, DoneStep step) {
        IncidentStatus status = incident.status();
        boolean next = switch (step.taskKey()) {
            case Tasks.DISPATCH_INCIDENT -> status == IncidentStatus.ASSIGNED;
            case Tasks.HANDLE_INCIDENT -> status == IncidentStatus.VERIFYING || status == IncidentStatus.DISPATCHING;
            case Tasks.VERIFY_INCIDENT -> status == IncidentStatus.ASSIGNED || status == IncidentStatus.DISPATCHING;
            default -> false;
        };
        if (next) {
            return Optional.empty();
        }
        return Optional.of(
                status == IncidentStatus.RATING
                        ? "task.refused.incident.takeBack.passed"
                        : "task.refused.incident.takeBack.moved");
    }

    void takenBack(CaseNumber number, DoneStep step) {
        Incident incident = incidents.lock(number);
        switch (step.taskKey()) {
            case Tasks.DISPATCH_INCIDENT -> toDispatching(incident);
            case Tasks.HANDLE_INCIDENT -> {
                long post = lastPost(incident);
                Long holder = holder(number);
                incidents.save(incident, i -> i.backToHandling(post, holder));
                tellHandling(incident);
            }
            default -> {
                long post = lastPost(incident);
                Long handler = lastHandler(number);
                incidents.save(incident, i -> i.backToChecking(post, handler));
                incidents.tell(new IncidentEvent.BackToChecking(incident.ref(), currentUser.actor(), incidents.now()));
            }
        }
    }

    private void toDispatching(Incident incident) {
        incidents.save(incident, Incident::backToDispatching);
        incidents.tell(new IncidentEvent.BackToDispatching(incident.ref(), currentUser.actor(), incidents.now()));
    }

    private void tellHandling(Incident incident) {
        incidents.tell(new IncidentEvent.BackToHandling(incident.ref(), currentUser.actor(), incidents.now()));
    }

    private long lastPost(Incident incident) {
        return incidents
                .lastPost(incident)
                .orElseThrow(() -> new TaskRefusedException("task.refused.incident.takeBack.post"));
    }

    /** Who has the open task of handling already, where going back gave it to its former holder. */
    private @Nullable Long holder(CaseNumber number) {
        return open.ofCase(number).stream()
                .filter(task -> task.taskKey().equals(Tasks.HANDLE_INCIDENT))
                .findFirst()
                .map(InboxTask::assigneeId)
                .orElse(null);
    }

    /** Sending back forgot who handled it, but nobody may check own work. */
    private @Nullable Long lastHandler(CaseNumber number) {
        List<DoneStep> handled = open.doneSteps(number).stream()
                .filter(step -> step.taskKey().equals(Tasks.HANDLE_INCIDENT))
                .toList();
        return handled.isEmpty() ? null : handled.getLast().staffId();
    }
}
