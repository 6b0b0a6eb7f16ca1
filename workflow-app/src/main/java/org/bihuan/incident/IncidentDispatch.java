package org.bihuan.incident;

import java.util.Map;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.RestingTasks;
import org.bihuan.incident.process.IncidentHandlingBpmn;
import org.bihuan.incident.process.IncidentProcess;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.StaffService;
import org.bihuan.org.UnitKind;
import org.bihuan.rights.Verb;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the dispatcher does: choose who handles an incident, correct its category, dismiss or merge it. */
@Service
@Transactional
public class IncidentDispatch {

    private final Incidents incidents;
    private final IncidentAccess access;
    private final IncidentCatalog catalog;
    private final IncidentProcess process;
    private final InboxService inbox;
    private final RestingTasks resting;
    private final IncidentForms forms;
    private final OrgService units;
    private final StaffService staff;
    private final CurrentUser currentUser;

    IncidentDispatch(
            Incidents incidents,
            IncidentAccess access,
            IncidentCatalog catalog,
            IncidentProcess process,
            InboxService inbox,
            RestingTasks resting,
            IncidentForms forms,
            OrgService units,
            StaffService staff,
            CurrentUser currentUser) {
        this.incidents = incidents;
        this.access = access;
        this.catalog = catalog;
        this.process = process;
        this.inbox = inbox;
        this.resting = resting;
        this.forms = forms;
        this.units = units;
        this.staff = staff;
        this.currentUser = currentUser;
    }

    /**
     * Takes the dispatching.
     *
     * @throws org.bihuan.inbox.AlreadyTakenException when a colleague was first
     */
    @PreAuthorize("@rights.may('incident.dispatch')")
    public void take(CaseNumber number) {
        inbox.claim(process.task(number, IncidentHandlingBpmn.Tasks.DISPATCH_INCIDENT));
    }

    /**
     * Gives the incident to a grid or to a department.
     *
     * @param categoryId category as the dispatcher sees it; its term begins now
     * @throws OutOfReachException when it is neither grid nor department, no longer exists, or is not the dispatcher's
     * @throws NobodyThereException when nobody holds the post at that unit
     * @throws StaleCaseException when the incident changed since the page was opened
     */
    @PreAuthorize("@rights.may('incident.dispatch')")
    public void dispatch(CaseNumber number, int shownVersion, long unitId, long categoryId, String note) {
        String instruction = forms.text("dispatch-incident", "note", Map.of("note", note));
        Incident incident = incidents.lock(number, shownVersion);
        String taskId = process.task(number, IncidentHandlingBpmn.Tasks.DISPATCH_INCIDENT);
        inbox.requireHolder(taskId);
        access.require(Verb.INCIDENT_DISPATCH, incident);
        OrgUnit unit = receiver(unitId);
        Post post = post(unit);
        IncidentCategory category = catalog.get(categoryId);
        correctCategory(incident, category);
        // A department handles it where it lies; a grid takes it over.
        long liesAt =
                unit.kind() == UnitKind.GRID ? unit.id() : incident.state().unitId();
        Incident dispatched = incidents.save(incident, i -> i.dispatched(post.id(), liesAt, categoryId));
        incidents.dispatched(dispatched, post.id());
        incidents.tell(new IncidentEvent.Dispatched(
                incident.ref(), currentUser.actor(), incidents.now(), post.unitName(), instruction));
        process.dispatched(taskId, post, category.term());
    }

    /**
     * Ends an incident that is none; the resident sees the reason.
     *
     * @throws org.bihuan.inbox.TaskRefusedException when the case rests
     * @throws StaleCaseException when the incident changed since the page was opened or is no longer open
     */
    @PreAuthorize("@rights.may('incident.dismiss')")
    public void invalidate(CaseNumber number, int shownVersion, String reason) {
        String accepted = forms.text("dismiss-incident", "reason", Map.of("reason", reason));
        Incident incident = incidents.lock(number);
        access.require(Verb.INCIDENT_DISMISS, incident);
        resting.requireAwake(number);
        incidents.requireVersion(incident, shownVersion);
        incidents.save(incident, i -> i.invalidated(incidents.now()));
        incidents.tell(new IncidentEvent.Dismissed(incident.ref(), currentUser.actor(), incidents.now(), accepted));
        process.dismissed(number);
    }

    /**
     * Ends an incident in favour of an earlier one about the same thing; the resident sees the reason.
     *
     * @throws org.bihuan.inbox.TaskRefusedException when the case rests
     * @throws NoEarlierCaseException when the other is unknown, later, the same, or has been dismissed itself
     * @throws StaleCaseException when the incident changed since the page was opened or is no longer open
     */
    @PreAuthorize("@rights.may('incident.dismiss')")
    public void merge(CaseNumber number, int shownVersion, CaseNumber earlierNumber, String reason) {
        String accepted = forms.text("dismiss-incident", "reason", Map.of("reason", reason));
        Incident incident = incidents.lock(number);
        access.require(Verb.INCIDENT_DISMISS, incident);
        resting.requireAwake(number);
        incidents.requireVersion(incident, shownVersion);
        Incident earlier = earlier(incident, earlierNumber);
        incidents.save(incident, i -> i.mergedInto(earlier.caseNumber(), incidents.now()));
        incidents.tell(new IncidentEvent.Merged(
                incident.ref(), currentUser.actor(), incidents.now(), earlierNumber + ":" + accepted));
        process.dismissed(number);
    }

    private Incident earlier(Incident incident, CaseNumber number) {
        Incident earlier = incidents.findIfAny(number).orElseThrow(NoEarlierCaseException::new);
        boolean fits = earlier.id() < incident.id()
                && access.may(Verb.INCIDENT_READ, earlier)
                && earlier.status() != IncidentStatus.INVALID
                && earlier.status() != IncidentStatus.MERGED;
        if (!fits) {
            throw new NoEarlierCaseException();
        }
        return earlier;
    }

    private OrgUnit receiver(long unitId) {
        OrgUnit unit = units.find(unitId).orElseThrow(() -> new OutOfReachException(""));
        boolean fits = (unit.kind() == UnitKind.GRID || unit.kind() == UnitKind.DEPARTMENT)
                && unit.existsOn(DateFormats.day(incidents.now()))
                && currentUser.posts().stream().anyMatch(post -> post.role() == Role.DISPATCHER && reaches(post, unit));
        if (!fits) {
            throw new OutOfReachException(unit.name());
        }
        return unit;
    }

    /** A dispatcher gives to what lies below the own unit, and to the departments that serve it from above. */
    private static boolean reaches(Post post, OrgUnit unit) {
        String above = unit.path()
                .substring(0, unit.path().lastIndexOf('/', unit.path().length() - 2) + 1);
        return post.covers(unit)
                || unit.kind() == UnitKind.DEPARTMENT && post.unitPath().startsWith(above);
    }

    private Post post(OrgUnit unit) {
        Role role = unit.kind() == UnitKind.DEPARTMENT ? Role.DEPARTMENT_STAFF : Role.GRID_WORKER;
        return staff.post(unit.id(), role)
                .filter(post -> !staff.holders(post.id()).isEmpty())
                .orElseThrow(() -> new NobodyThereException(unit.name()));
    }

    private void correctCategory(Incident incident, IncidentCategory category) {
        if (category.id() == incident.state().categoryId()) {
            return;
        }
        String from = catalog.get(incident.state().categoryId()).fullName();
        incidents.tell(new IncidentEvent.CategoryCorrected(
                incident.ref(), currentUser.actor(), incidents.now(), from + " → " + category.fullName()));
    }
}
