package org.bihuan.incident;

import java.util.List;
import java.util.Map;
import org.bihuan.attachment.PhotoKind;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.inbox.InboxService;
import org.bihuan.incident.process.IncidentHandlingBpmn;
import org.bihuan.incident.process.IncidentProcess;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.rights.Verb;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the handler does: accept, solve, hand up. */
@Service
@Transactional
@PreAuthorize("@rights.may('incident.handle')")
public class IncidentHandling {

    private final Incidents incidents;
    private final IncidentAccess access;
    private final IncidentRouting routing;
    private final IncidentProcess process;
    private final InboxService inbox;
    private final IncidentForms forms;
    private final PhotoService photos;
    private final OrgService units;
    private final CurrentUser currentUser;

    IncidentHandling(
            Incidents incidents,
            IncidentAccess access,
            IncidentRouting routing,
            IncidentProcess process,
            InboxService inbox,
            IncidentForms forms,
            PhotoService photos,
            OrgService units,
            CurrentUser currentUser) {
        this.incidents = incidents;
        this.access = access;
        this.routing = routing;
        this.process = process;
        this.inbox = inbox;
        this.forms = forms;
        this.photos = photos;
        this.units = units;
        this.currentUser = currentUser;
    }

    /**
     * Takes the incident.
     *
     * @throws org.bihuan.inbox.AlreadyTakenException when a colleague was first, with that colleague's name
     */
    public void accept(CaseNumber number) {
        inbox.claim(process.task(number, IncidentHandlingBpmn.Tasks.HANDLE_INCIDENT));
    }

    /**
     * Reports the incident solved and gives it to the community to check.
     *
     * @param note what was done
     * @throws StaleCaseException when the incident changed since the page was opened
     */
    public void handled(CaseNumber number, int shownVersion, String note, List<PreparedPhoto> after) {
        String whatWasDone = forms.text("handle-incident", "note", Map.of("outcome", "handled", "note", note));
        Incident incident = incidents.lock(number, shownVersion);
        access.require(Verb.INCIDENT_HANDLE, incident);
        String taskId = requireHeld(number);
        incidents.save(incident, Incident::handled);
        photos.attach(number, PhotoKind.AFTER, currentUser.actor(), after);
        incidents.tell(new IncidentEvent.Handled(incident.ref(), currentUser.actor(), incidents.now(), whatWasDone));
        var unit = units.find(incident.state().unitId()).orElseThrow();
        process.handled(
                taskId, routing.verifyingPost(unit, currentUser.require().id()));
    }

    /**
     * Hands the incident up to the dispatcher.
     *
     * @throws StaleCaseException when the incident changed since the page was opened
     */
    public void handUp(CaseNumber number, int shownVersion, HandUpReason reason, String note) {
        String explanation = forms.text(
                "handle-incident",
                "handUpNote",
                Map.of("outcome", "handedUp", "handUpReason", reason.formValue(), "handUpNote", note));
        Incident incident = incidents.lock(number, shownVersion);
        access.require(Verb.INCIDENT_HANDLE, incident);
        String taskId = requireHeld(number);
        incidents.save(incident, Incident::handedUp);
        incidents.tell(new IncidentEvent.HandedUp(
                incident.ref(), currentUser.actor(), incidents.now(), reason.label() + ":" + explanation));
        process.handedUp(taskId, routing.dispatchingPost(incident));
    }

    private String requireHeld(CaseNumber number) {
        String taskId = process.task(number, IncidentHandlingBpmn.Tasks.HANDLE_INCIDENT);
        inbox.requireHolder(taskId);
        return taskId;
    }
}
