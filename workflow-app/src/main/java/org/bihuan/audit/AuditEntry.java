package org.bihuan.audit;

import java.time.Instant;
import org.bihuan.casefile.Actor;

/**
 * One thing that happened to a case.
 *
 * @param id grows with the order of the deeds
 * @param eventType key of the wording, for example {@code incident.accepted}
 * @param note what the actor wrote; empty when nothing
 * @param publicNote the part of it that the reporter may read
 */
public record AuditEntry(
        long id,
        String caseNumber,
        String eventType,
        Actor actor,
        Instant at,
        String note,
        String publicNote,
        boolean visibleToReporter) {

    /** The same entry for the reporter, who learns what was done, not by whom, and reads only what is meant for him. */
    AuditEntry forReporter() {
        return new AuditEntry(
                id,
                caseNumber,
                eventType,
                new Actor(actor.kind(), null, ""),
                at,
                publicNote,
                publicNote,
                visibleToReporter);
    }
}
