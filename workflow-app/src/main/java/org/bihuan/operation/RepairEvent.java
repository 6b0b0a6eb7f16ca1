package org.bihuan.operation;

import java.time.Instant;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseRef;

/** Two administrators moved the case by hand; the note names both and the reason. The reporter does not see it. */
record RepairEvent(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements CaseEvent {

    /** The same for all families, which need no wording of their own. */
    @Override
    public String type() {
        return "operation.repaired";
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
