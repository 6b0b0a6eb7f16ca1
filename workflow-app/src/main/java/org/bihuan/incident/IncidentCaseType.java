package org.bihuan.incident;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.CaseSummary;
import org.bihuan.inbox.CaseType;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.Verb;
import org.springframework.stereotype.Component;

/** Tells the inbox what an incident is called and where it lies, and notes who took which step of it. */
@Component
class IncidentCaseType implements CaseType {

    private final Incidents incidents;
    private final IncidentCatalog catalog;
    private final IncidentAccess access;
    private final CurrentUser currentUser;

    IncidentCaseType(Incidents incidents, IncidentCatalog catalog, IncidentAccess access, CurrentUser currentUser) {
        this.incidents = incidents;
        this.catalog = catalog;
        this.access = access;
        this.currentUser = currentUser;
    }

    @Override
    public String family() {
        return Incident.FAMILY;
    }

    @Override
    public CaseSummary summary(CaseNumber number) {
        Incident incident = incidents.find(number);
        return new CaseSummary(
                catalog.get(incident.state().categoryId()).name(),
                incidents.place(incident.state().unitId(), incident.report().address()),
                incident.state().unitId());
    }

    @Override
    public String route(CaseNumber number) {
        return "incidents/" + number;
    }

    @Override
    public void lock(CaseNumber number) {
        incidents.lock(number);
    }

    /** Taking the handling is accepting the incident; nobody may check what that person handled. */
    @Override
    public void claimed(InboxTask task) {
        Incident incident = incidents.lock(new CaseNumber(task.caseNumber()));
        if (access.isOwnWork(verb(task), incident)) {
            throw new ClaimRefusedException("incident.error.ownWork");
        }
        access.require(verb(task), incident);
        if (task.taskKey().equals(Tasks.HANDLE_INCIDENT)) {
            long staffId = currentUser.require().id();
            incidents.save(incident, i -> i.accepted(staffId));
            incidents.tell(new IncidentEvent.Accepted(incident.ref(), currentUser.actor(), incidents.now()));
        }
    }

    @Override
    public void takenOver(InboxTask task) {
        Incident incident = incidents.lock(new CaseNumber(task.caseNumber()));
        if (access.isOwnWork(verb(task), incident)) {
            throw new ClaimRefusedException("incident.error.ownWork");
        }
        access.require(verb(task), incident);
        if (task.taskKey().equals(Tasks.HANDLE_INCIDENT)) {
            long staffId = currentUser.require().id();
            incidents.save(incident, i -> i.goneOnBy(staffId));
            incidents.tell(new IncidentEvent.Accepted(incident.ref(), currentUser.actor(), incidents.now()));
        }
    }

    private static Verb verb(InboxTask task) {
        return switch (task.taskKey()) {
            case Tasks.HANDLE_INCIDENT -> Verb.INCIDENT_HANDLE;
            case Tasks.VERIFY_INCIDENT -> Verb.INCIDENT_VERIFY;
            case Tasks.DISPATCH_INCIDENT -> Verb.INCIDENT_DISPATCH;
            default -> throw new IllegalStateException("No verb for the task " + task.taskKey());
        };
    }

    @Override
    public void released(InboxTask task) {
        if (task.taskKey().equals(Tasks.HANDLE_INCIDENT)) {
            Incident incident = incidents.lock(new CaseNumber(task.caseNumber()));
            incidents.save(incident, Incident::released);
            incidents.tell(new IncidentEvent.Released(incident.ref(), currentUser.actorOrProgram(), incidents.now()));
        }
    }
}
