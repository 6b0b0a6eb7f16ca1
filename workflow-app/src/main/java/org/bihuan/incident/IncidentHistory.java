package org.bihuan.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.bihuan.audit.AuditInventory;
import org.bihuan.audit.AuditInventory.Tally;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Compares how often each incident changed with what its record says: the version counts the changes of state, and
 * each of them writes one entry.
 */
class IncidentHistory implements Invariant {

    /** Entries that come without a change of state. */
    private static final Set<String> WITHOUT_CHANGE =
            Set.of("incident.reported", "incident.supplemented", "incident.categoryCorrected");

    private final Meaning meaning;
    private final IncidentCheckMapper mapper;
    private final AuditInventory audit;
    private final BiPredicate<Long, Long> broken;

    private IncidentHistory(
            Meaning meaning, IncidentCheckMapper mapper, AuditInventory audit, BiPredicate<Long, Long> broken) {
        this.meaning = meaning;
        this.mapper = mapper;
        this.audit = audit;
        this.broken = broken;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<IncidentCheckMapper.Line> page = mapper.after(0, PAGE);
        while (!page.isEmpty()) {
            Map<String, List<Tally>> entries = audit.tallies(
                    page.stream().map(IncidentCheckMapper.Line::caseNumber).toList());
            for (IncidentCheckMapper.Line incident : page) {
                long kept = entries.getOrDefault(incident.caseNumber(), List.of()).stream()
                        .filter(IncidentHistory::tellsOfChange)
                        .mapToLong(Tally::amount)
                        .sum();
                if (broken.test((long) incident.version(), kept)) {
                    findings.add(incident.caseNumber());
                }
            }
            page = mapper.after(page.getLast().id(), PAGE);
        }
    }

    /**
     * The program dispatches by itself only while a report is taken in, which is no change yet. Deeds with a task are no
     * change of the incident; one that changes it as well has a second entry, by the incident itself.
     */
    private static boolean tellsOfChange(Tally tally) {
        return tally.eventType().startsWith("incident.")
                && !WITHOUT_CHANGE.contains(tally.eventType())
                && !(tally.eventType().equals("incident.dispatched") && tally.actorKind() == Actor.Kind.SYSTEM);
    }

    @Configuration(proxyBeanMethods = false)
    static class Both {

        @Bean
        Invariant incidentChangesAreRecorded(IncidentCheckMapper mapper, AuditInventory audit) {
            return new IncidentHistory(
                    new Invariant.Meaning(6, "事件的每次状态变化都有留痕", "every change of an incident is in the record"),
                    mapper,
                    audit,
                    (changes, entries) -> changes > entries);
        }

        @Bean
        Invariant incidentRecordIsTrue(IncidentCheckMapper mapper, AuditInventory audit) {
            return new IncidentHistory(
                    new Invariant.Meaning(7, "事件留痕所述的变化都发生了", "every recorded change of an incident took place"),
                    mapper,
                    audit,
                    (changes, entries) -> changes < entries);
        }
    }
}
