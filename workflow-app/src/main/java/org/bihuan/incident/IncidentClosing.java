package org.bihuan.incident;

import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends an incident after the rating or after the period for it; only the process asks for it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@PreAuthorize("@rights.may('incident.close')")
public class IncidentClosing {

    private final Incidents incidents;

    IncidentClosing(Incidents incidents) {
        this.incidents = incidents;
    }

    /** Closes the incident. */
    public void close(CaseNumber number) {
        Incident incident = incidents.lock(number);
        incidents.save(incident, i -> i.closed(incidents.now()));
        incidents.tell(new IncidentEvent.Closed(incident.ref(), Actor.SYSTEM, incidents.now()));
    }
}
