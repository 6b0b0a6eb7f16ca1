package org.bihuan.inbox;

import java.time.Instant;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseRef;

/**
 * A case was sent to others to read; for staff to know only.
 *
 * @param note to whom, and what the sender wrote
 */
record Copied(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements CaseEvent {

    @Override
    public String type() {
        return "task.copied";
    }

    @Override
    public String publicNote() {
        return "";
    }

    @Override
    public boolean visibleToReporter() {
        return false;
    }
}
