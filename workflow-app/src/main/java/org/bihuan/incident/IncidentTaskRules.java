package org.bihuan.incident;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.attachment.PhotoKind;
import org.bihuan.attachment.PhotoService;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.task.TaskRules;
import org.springframework.stereotype.Component;

/** What may be done with the tasks of an incident besides doing them. */
@Component
class IncidentTaskRules implements TaskRules {

    private final Incidents incidents;
    private final IncidentRouting routing;
    private final IncidentSteppingBack back;
    private final IncidentReceivers receivers;
    private final IncidentHandling handling;
    private final IncidentVerification verification;
    private final IncidentForms forms;
    private final IncidentPrint print;
    private final PhotoService photos;
    private final CurrentUser currentUser;

    IncidentTaskRules(
            Incidents incidents,
            IncidentRouting routing,
            IncidentSteppingBack back,
            IncidentReceivers receivers,
            IncidentHandling handling,
            IncidentVerification verification,
            IncidentForms forms,
            IncidentPrint print,
            PhotoService photos,
            CurrentUser currentUser) {
        this.incidents = incidents;
        this.routing = routing;
        this.back = back;
        this.receivers = receivers;
        this.handling = handling;
        this.verification = verification;
        this.forms = forms;
        this.print = print;
        this.photos = photos;
        this.currentUser = currentUser;
    }

    @Override
    public String family() {
        return Incident.FAMILY;
    }

    @Override
    public Optional<String> hindersReturn(InboxTask from, String toTaskKey) {
        boolean toDispatcher = toTaskKey.equals(Tasks.DISPATCH_INCIDENT);
        boolean toHandler = toTaskKey.equals(Tasks.HANDLE_INCIDENT);
        boolean allowed = switch (from.taskKey()) {
            case Tasks.VERIFY_INCIDENT -> toDispatcher || toHandler;
            case Tasks.HANDLE_INCIDENT -> toDispatcher;
            default -> false;
        };
        if (!allowed) {
            return Optional.of("task.refused.incident.return");
        }
        return toHandler && routing.stillHeld(incidents.find(number(from))).isEmpty()
                ? Optional.of("task.refused.incident.return.nobody")
                : Optional.empty();
    }

    @Override
    public void returned(InboxTask from, String toTaskKey) {
        back.returned(number(from), toTaskKey);
    }

    @Override
    public Optional<String> hindersTakingBack(CaseNumber number, DoneStep step) {
        return back.hindersTakingBack(incidents.find(number), step);
    }

    @Override
    public void takenBack(CaseNumber number, DoneStep step) {
        back.takenBack(number, step);
    }

    @Override
    public Optional<String> hindersRevoking(CaseNumber number) {
        Incident incident = incidents.find(number);
        Long reporter = incident.report().reportedBy();
        if (reporter == null || !reporter.equals(currentUser.staffId().orElse(null))) {
            return Optional.of("task.refused.incident.revoke.other");
        }
        return incident.status() == IncidentStatus.DISPATCHING || incident.status() == IncidentStatus.ASSIGNED
                ? Optional.empty()
                : Optional.of("task.refused.incident.revoke.status");
    }

    @Override
    public void revoked(CaseNumber number, String reason) {
        Incident incident = incidents.lock(number);
        incidents.save(incident, i -> i.invalidated(incidents.now()));
        incidents.tell(new IncidentEvent.Withdrawn(incident.ref(), currentUser.actor(), incidents.now()));
    }

    @Override
    public List<Staff> furtherReceivers(InboxTask task) {
        return task.taskKey().equals(Tasks.HANDLE_INCIDENT)
                ? receivers.neighbours(incidents.find(number(task)), task)
                : List.of();
    }

    @Override
    public void handedTo(InboxTask task, Staff receiver) {
        Incident incident = incidents.lock(number(task));
        switch (task.taskKey()) {
            case Tasks.HANDLE_INCIDENT -> receivers.handedTo(incident, task, receiver);
            case Tasks.VERIFY_INCIDENT -> {
                if (Objects.equals(incident.state().handlerId(), receiver.id())) {
                    throw new TaskRefusedException("task.refused.incident.ownWork");
                }
            }
            default -> {}
        }
    }

    /** A check passes in one go with others only where photos show what was done. */
    @Override
    public Optional<Map<String, Object>> bulkAnswers(InboxTask task) {
        boolean shown = task.taskKey().equals(Tasks.VERIFY_INCIDENT)
                && photos.photos(number(task)).stream().anyMatch(photo -> photo.kind() == PhotoKind.AFTER);
        return shown ? Optional.of(forms.bulkAnswers("verify-incident")) : Optional.empty();
    }

    @Override
    public void complete(InboxTask task, Map<String, Object> answers) {
        CaseNumber number = number(task);
        int version = incidents.find(number).version();
        switch (task.taskKey()) {
            case Tasks.HANDLE_INCIDENT -> handle(number, version, forms.accept("handle-incident", answers));
            case Tasks.VERIFY_INCIDENT -> verify(number, version, forms.accept("verify-incident", answers));
            // Where it goes is no answer of the form.
            default -> throw new TaskRefusedException("task.refused.incident.dispatch");
        }
    }

    private void handle(CaseNumber number, int version, Map<String, Object> answers) {
        if ("handled".equals(answers.get("outcome"))) {
            handling.handled(number, version, text(answers, "note"), List.of());
        } else {
            handling.handUp(
                    number, version, HandUpReason.of(text(answers, "handUpReason")), text(answers, "handUpNote"));
        }
    }

    private void verify(CaseNumber number, int version, Map<String, Object> answers) {
        if ("true".equals(answers.get("passed"))) {
            verification.pass(number, version, text(answers, "opinion"));
        } else {
            verification.sendBack(number, version, text(answers, "returnReason"));
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        return String.valueOf(answers.getOrDefault(key, ""));
    }

    @Override
    public List<Map.Entry<String, String>> printed(CaseNumber number, Locale locale) {
        return print.of(number, locale);
    }

    private static CaseNumber number(InboxTask task) {
        return new CaseNumber(task.caseNumber());
    }
}
