package org.bihuan.incident;

import java.util.Set;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseSteps;
import org.bihuan.incident.process.IncidentHandlingBpmn.Gateways;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.springframework.stereotype.Component;

/** Which step of the process goes with which status of an incident. */
@Component
class IncidentSteps implements CaseSteps {

    private final Incidents incidents;

    IncidentSteps(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String family() {
        return Incident.FAMILY;
    }

    @Override
    public Set<String> agreeing(CaseNumber number) {
        return switch (incidents.find(number).status()) {
            case DISPATCHING -> Set.of(Tasks.DISPATCH_INCIDENT);
            case ASSIGNED, IN_PROGRESS -> Set.of(Tasks.HANDLE_INCIDENT);
            case VERIFYING -> Set.of(Tasks.VERIFY_INCIDENT);
            case RATING -> Set.of(Gateways.RESIDENT_ANSWERS, Tasks.CLOSE_INCIDENT);
            case CLOSED, INVALID, MERGED -> Set.of();
        };
    }

    /** The task of the handling is a new one that nobody holds, so the incident waits for its acceptance again. */
    @Override
    public void moved(CaseNumber number, String element) {
        Incident incident = incidents.lock(number);
        if (incident.status() == IncidentStatus.IN_PROGRESS) {
            incidents.save(incident, Incident::released);
        }
    }
}
