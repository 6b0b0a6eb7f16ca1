package org.bihuan.incident;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.CaseSummary;
import org.bihuan.inbox.CaseType;
import org.springframework.stereotype.Component;

/** Tells the inbox what an incident is called and where it lies. */
@Component
class IncidentCaseType implements CaseType {

    private final Incidents incidents;
    private final IncidentCatalog catalog;

    IncidentCaseType(Incidents incidents, IncidentCatalog catalog) {
        this.incidents = incidents;
        this.catalog = catalog;
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
}
