package org.bihuan.incident;

import java.time.Instant;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseRef;

/** What can happen to an incident. */
public sealed interface IncidentEvent extends CaseEvent {

    /** Somebody reported it; {@code note} is empty because the case page shows the description itself. */
    record Reported(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {}

    /** The reporter added words or photos. */
    record Supplemented(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {}

    /** It was given to a post, by the program or by a dispatcher, whose instruction is for the handler only. */
    record Dispatched(CaseRef caseRef, Actor actor, Instant occurredAt, String unitName, String instruction)
            implements IncidentEvent {

        @Override
        public String note() {
            return instruction.isEmpty() ? unitName : unitName + ":" + instruction;
        }

        @Override
        public String publicNote() {
            return unitName;
        }
    }

    /** The dispatcher corrected the category; {@code note} names both. */
    record CategoryCorrected(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {}

    /** A handler took it. */
    record Accepted(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {}

    /** The handler gave it back to the colleagues of the post. */
    record Released(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {

        @Override
        public boolean visibleToReporter() {
            return false;
        }
    }

    /** The handler reports it solved. */
    record Handled(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {}

    /** The handler hands it up to the dispatcher. */
    record HandedUp(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {

        @Override
        public boolean visibleToReporter() {
            return false;
        }
    }

    /** The community found it solved. */
    record Verified(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {

        @Override
        public String publicNote() {
            return "";
        }
    }

    /** The community found it not solved. */
    record SentBack(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {

        @Override
        public String publicNote() {
            return "";
        }
    }

    /** A return, or a dispatch taken back: the dispatcher has it again; the deed itself says why. */
    record BackToDispatching(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {}

    /** A return, or a result taken back: it is being handled again; the deed itself says why. */
    record BackToHandling(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {}

    /** The check was taken back and is open again. */
    record BackToChecking(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {}

    /** Another member of staff handles it; the note names that person. */
    record HandedOn(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {

        @Override
        public boolean visibleToReporter() {
            return false;
        }
    }

    /** Whoever reported it cancelled it; the deed itself says why. */
    record Withdrawn(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {}

    /** The resident rated it; {@code note} holds stars and words. */
    record Rated(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {}

    /** The unsatisfied resident had it taken up again. */
    record Reopened(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {}

    /** It ended, after the rating or after the period for it. */
    record Closed(CaseRef caseRef, Actor actor, Instant occurredAt) implements IncidentEvent {}

    /** The dispatcher found it invalid; the resident sees the reason. */
    record Dismissed(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {}

    /** An earlier case goes on in its place; the resident sees the reason. */
    record Merged(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements IncidentEvent {}
}
