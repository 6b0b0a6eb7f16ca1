package org.bihuan.task;

import java.time.Instant;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;

/**
 * Something was done with an open task or with a case at rest, for staff to read only. The wording of the timeline stands
 * under {@code event.task.<deed>}.
 *
 * @param deed what was done, for example {@code transferred}
 * @param note to whom and why, in words
 */
public record TaskDeed(CaseRef caseRef, Actor actor, Instant occurredAt, String deed, String note)
        implements CaseEvent {

    public static TaskDeed of(
            String family, CaseNumber number, Actor actor, Instant occurredAt, String deed, String note) {
        return new TaskDeed(new CaseRef(family, number), actor, occurredAt, deed, note);
    }

    @Override
    public String type() {
        return "task." + deed;
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
