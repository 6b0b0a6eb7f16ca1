package org.bihuan.bench;

import java.time.Instant;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseRef;

/** What happens in the families of the benchmark; each deed is in the audit log. */
sealed interface ApprovalEvent extends CaseEvent {

    record Asked(CaseRef caseRef, Actor actor, Instant occurredAt) implements ApprovalEvent {}

    record Accepted(CaseRef caseRef, Actor actor, Instant occurredAt) implements ApprovalEvent {}

    record Reviewed(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements ApprovalEvent {}

    record Signed(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements ApprovalEvent {}

    record Filled(CaseRef caseRef, Actor actor, Instant occurredAt) implements ApprovalEvent {}
}
