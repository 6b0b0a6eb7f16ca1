package org.bihuan.incident;

import java.util.Optional;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.org.OrgService;
import org.bihuan.rights.Answer;
import org.bihuan.rights.CaseScope;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the policy where an incident lies, which post holds it and who handled it. */
@Component
class IncidentAccess implements CaseScope {

    private final Rights rights;
    private final OrgService units;
    private final OpenTasks open;
    private final IncidentMapper mapper;

    IncidentAccess(Rights rights, OrgService units, OpenTasks open, IncidentMapper mapper) {
        this.rights = rights;
        this.units = units;
        this.open = open;
        this.mapper = mapper;
    }

    boolean may(Verb verb, Incident incident) {
        return rights.may(verb, matter(verb, incident));
    }

    Answer answer(Verb verb, Incident incident) {
        return rights.answer(verb, matter(verb, incident));
    }

    /** Whether the current user would judge own work. */
    boolean isOwnWork(Verb verb, Incident incident) {
        return rights.isDoer(verb, matter(verb, incident));
    }

    /**
     * @throws CaseNotFoundException when the current user may not
     */
    void require(Verb verb, Incident incident) {
        rights.require(verb, matter(verb, incident));
    }

    @Override
    public boolean mayRead(CaseNumber number) {
        Incident incident = mapper.find(number);
        return incident != null && may(Verb.INCIDENT_READ, incident);
    }

    @Override
    public Optional<CaseNumber> byToken(String token) {
        return Optional.ofNullable(mapper.findByToken(token)).map(Incident::caseNumber);
    }

    private Matter matter(Verb verb, Incident incident) {
        Matter matter = matter(incident);
        return verb == Verb.INCIDENT_VERIFY ? matter.doneBy(handledFor(incident)) : matter;
    }

    /** Somebody absent in whose place it was handled, who does not check that either. */
    private @Nullable Long handledFor(Incident incident) {
        return open.doneSteps(incident.caseNumber()).reversed().stream()
                .filter(step -> step.taskKey().equals(Tasks.HANDLE_INCIDENT) && step.undoneAt() == null)
                .findFirst()
                .map(DoneStep::forStaffId)
                .orElse(null);
    }

    private Matter matter(Incident incident) {
        var state = incident.state();
        return Matter.at(
                        incident.caseNumber().value(),
                        units.find(state.unitId()).orElseThrow())
                .heldBy(state.handlingPostId())
                .involving(incident.caseNumber())
                .doneBy(state.handlerId());
    }
}
