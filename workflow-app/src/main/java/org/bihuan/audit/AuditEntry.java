package org.bihuan.audit;

import java.time.Instant;
import org.bihuan.casefile.Actor;

/**
 * One thing that happened to a case.
 *
 * @param id grows with the order of the deeds
 * @param eventType key of the wording, for example {@code incident.accepted}
 * @param note what the actor wrote; empty when nothing
 */
public record AuditEntry(
        long id, String caseNumber, String eventType, Actor actor, Instant at, String note, boolean visibleToReporter) {

    /** The same entry without the person: who reports a problem learns what was done, not by whom. */
    AuditEntry withoutPerson() {
        return new AuditEntry(
                id, caseNumber, eventType, new Actor(actor.kind(), null, ""), at, note, visibleToReporter);
    }
}
