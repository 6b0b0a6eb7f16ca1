package org.bihuan.incident;

import java.util.Optional;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.OrgService;
import org.bihuan.rights.Answer;
import org.bihuan.rights.CaseScope;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.stereotype.Component;

/** Tells the policy where an incident lies, which post holds it and who handled it. */
@Component
class IncidentAccess implements CaseScope {

    private final Rights rights;
    private final OrgService units;
    private final IncidentMapper mapper;

    IncidentAccess(Rights rights, OrgService units, IncidentMapper mapper) {
        this.rights = rights;
        this.units = units;
        this.mapper = mapper;
    }

    boolean may(Verb verb, Incident incident) {
        return rights.may(verb, matter(incident));
    }

    Answer answer(Verb verb, Incident incident) {
        return rights.answer(verb, matter(incident));
    }

    /** Whether the current user would judge own work. */
    boolean isOwnWork(Verb verb, Incident incident) {
        return rights.isDoer(verb, matter(incident));
    }

    /**
     * @throws CaseNotFoundException when the current user may not
     */
    void require(Verb verb, Incident incident) {
        rights.require(verb, matter(incident));
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
