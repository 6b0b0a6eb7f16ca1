package org.bihuan.incident;

import java.util.List;
import java.util.Objects;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** An incident and its entry in the register say the same, and neither is without the other. */
@Component
class IncidentsInRegister implements Invariant {

    private final IncidentCheckMapper mapper;

    IncidentsInRegister(IncidentCheckMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(2, "事件与办件登记一致", "incidents and the register of cases say the same");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<IncidentCheckMapper.Line> page = mapper.after(0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(incident -> !agrees(incident))
                    .map(IncidentCheckMapper.Line::caseNumber)
                    .forEach(findings::add);
            page = mapper.after(page.getLast().id(), PAGE);
        }
        List<String> alone = mapper.registeredWithoutIncident("", PAGE);
        while (!alone.isEmpty()) {
            alone.forEach(findings::add);
            alone = mapper.registeredWithoutIncident(alone.getLast(), PAGE);
        }
    }

    private static boolean agrees(IncidentCheckMapper.Line incident) {
        return incident.status().name().equals(incident.registeredStatus())
                && Objects.equals(incident.unitId(), incident.registeredUnitId())
                && incident.ended() == incident.registeredEnded()
                && incident.ended() == incident.status().ended();
    }
}
