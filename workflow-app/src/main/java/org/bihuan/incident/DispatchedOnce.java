package org.bihuan.incident;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** Each round of an incident was dispatched exactly once, and nobody works on an incident that another works on. */
@Component
class DispatchedOnce implements Invariant {

    private final IncidentCheckMapper mapper;

    DispatchedOnce(IncidentCheckMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(4, "每一轮派遣恰好一次", "each round was dispatched exactly once");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<IncidentCheckMapper.Line> page = mapper.after(0, PAGE);
        while (!page.isEmpty()) {
            Map<Long, IncidentCheckMapper.Dispatches> dispatches =
                    mapper
                            .dispatches(page.stream()
                                    .map(IncidentCheckMapper.Line::id)
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(IncidentCheckMapper.Dispatches::incidentId, Function.identity()));
            for (IncidentCheckMapper.Line incident : page) {
                IncidentCheckMapper.Dispatches made = dispatches.get(incident.id());
                boolean right = made == null
                        ? incident.round() == 0
                        : made.amount() == incident.round() && made.lastRound() == incident.round();
                if (!right) {
                    findings.add(incident.caseNumber());
                }
            }
            mapper.handedOutTwice(page.stream()
                            .map(IncidentCheckMapper.Line::caseNumber)
                            .toList())
                    .forEach(findings::add);
            page = mapper.after(page.getLast().id(), PAGE);
        }
    }
}
