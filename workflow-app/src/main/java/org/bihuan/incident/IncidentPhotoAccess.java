package org.bihuan.incident;

import java.util.Optional;
import org.bihuan.attachment.PhotoAccess;
import org.bihuan.attachment.ReporterAccess;
import org.bihuan.casefile.CaseNumber;
import org.springframework.stereotype.Component;

/** Photos of an incident are for those who may see the incident, and for whoever has its private link. */
@Component
class IncidentPhotoAccess implements PhotoAccess, ReporterAccess {

    private final IncidentMapper mapper;
    private final Incidents incidents;
    private final IncidentAccess access;

    IncidentPhotoAccess(IncidentMapper mapper, Incidents incidents, IncidentAccess access) {
        this.mapper = mapper;
        this.incidents = incidents;
        this.access = access;
    }

    @Override
    public boolean mayRead(CaseNumber number) {
        return incidents.findIfAny(number).filter(access::mayRead).isPresent();
    }

    @Override
    public Optional<CaseNumber> byToken(String token) {
        return Optional.ofNullable(mapper.findByToken(token)).map(Incident::caseNumber);
    }
}
