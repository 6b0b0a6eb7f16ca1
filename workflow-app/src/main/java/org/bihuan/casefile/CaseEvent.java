package org.bihuan.casefile;

import java.time.Instant;

/**
 * Something that happened to a case, published inside the transaction of the deed. Families declare their events as
 * records of a sealed interface; audit and notices listen to this one.
 */
public interface CaseEvent {

    CaseRef caseRef();

    Actor actor();

    Instant occurredAt();

    /** What the actor wrote: opinion, reason or description; empty when nothing. */
    default String note() {
        return "";
    }

    /** The part of the note that is meant for the resident who reported the case; empty when none is. */
    default String publicNote() {
        return note();
    }

    /** Whether the resident who reported the case sees this step on the tracking page. */
    default boolean visibleToReporter() {
        return true;
    }

    /** Key of the wording, for example {@code incident.accepted}: family and name of the event. */
    default String type() {
        String name = getClass().getSimpleName();
        return caseRef().family() + "." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
