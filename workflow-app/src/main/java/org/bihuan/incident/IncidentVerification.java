package org.bihuan.incident;

import java.util.Map;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.inbox.InboxService;
import org.bihuan.incident.process.IncidentHandlingBpmn;
import org.bihuan.incident.process.IncidentProcess;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.rights.Verb;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the community does: compare before and after, pass or send back. */
@Service
@Transactional
@PreAuthorize("@rights.may('incident.verify')")
public class IncidentVerification {

    private final Incidents incidents;
    private final IncidentAccess access;
    private final IncidentRouting routing;
    private final IncidentProcess process;
    private final InboxService inbox;
    private final IncidentForms forms;
    private final CurrentUser currentUser;

    IncidentVerification(
            Incidents incidents,
            IncidentAccess access,
            IncidentRouting routing,
            IncidentProcess process,
            InboxService inbox,
            IncidentForms forms,
            CurrentUser currentUser) {
        this.incidents = incidents;
        this.access = access;
        this.routing = routing;
        this.process = process;
        this.inbox = inbox;
        this.forms = forms;
        this.currentUser = currentUser;
    }

    /**
     * Takes the check.
     *
     * @throws org.bihuan.inbox.AlreadyTakenException when a colleague was first
     * @throws org.bihuan.inbox.ClaimRefusedException when the current user handled the incident
     */
    public void take(CaseNumber number) {
        inbox.claim(process.task(number, IncidentHandlingBpmn.Tasks.VERIFY_INCIDENT));
    }

    /**
     * Finds the incident solved; the resident is asked next.
     *
     * @throws StaleCaseException when the incident changed since the page was opened
     */
    public void pass(CaseNumber number, int shownVersion, String opinion) {
        String accepted = forms.text("verify-incident", "opinion", Map.of("passed", "true", "opinion", opinion));
        Incident incident = incidents.lock(number, shownVersion);
        access.require(Verb.INCIDENT_VERIFY, incident);
        String taskId = requireHeld(number);
        incidents.save(incident, Incident::verified);
        incidents.tell(new IncidentEvent.Verified(incident.ref(), currentUser.actor(), incidents.now(), accepted));
        process.verified(taskId);
    }

    /**
     * Finds the incident not solved; it goes back to the post that handled it.
     *
     * @throws StaleCaseException when the incident changed since the page was opened
     */
    public void sendBack(CaseNumber number, int shownVersion, String reason) {
        String accepted =
                forms.text("verify-incident", "returnReason", Map.of("passed", "false", "returnReason", reason));
        Incident incident = incidents.lock(number, shownVersion);
        access.require(Verb.INCIDENT_VERIFY, incident);
        String taskId = requireHeld(number);
        Post handling = routing.stillHeld(incident).orElse(null);
        incidents.again(incident, handling, i -> i.sentBack(handling == null ? null : handling.id()));
        incidents.tell(new IncidentEvent.SentBack(incident.ref(), currentUser.actor(), incidents.now(), accepted));
        process.sentBack(taskId, handling, routing.dispatchingPost(incident));
    }

    private String requireHeld(CaseNumber number) {
        String taskId = process.task(number, IncidentHandlingBpmn.Tasks.VERIFY_INCIDENT);
        inbox.requireHolder(taskId);
        return taskId;
    }
}
