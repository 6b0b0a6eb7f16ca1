package org.bihuan.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.casefile.Actor;
import org.springframework.stereotype.Component;

/** Counts entries, for whoever compares the record with the state of cases. */
@Component
public class AuditInventory {

    private final AuditCheckMapper mapper;

    AuditInventory(AuditCheckMapper mapper) {
        this.mapper = mapper;
    }

    /** How many entries of one type and one kind of actor a case has. */
    public record Tally(String caseNumber, String eventType, Actor.Kind actorKind, long amount) {}

    /** Tallies of these cases; a case without entries is missing from the map. */
    public Map<String, List<Tally>> tallies(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? Map.of()
                : mapper.tallies(caseNumbers).stream().collect(Collectors.groupingBy(Tally::caseNumber));
    }
}
