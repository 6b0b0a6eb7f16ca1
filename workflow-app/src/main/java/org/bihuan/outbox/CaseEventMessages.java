package org.bihuan.outbox;

import java.time.Instant;
import org.bihuan.casefile.CaseEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leaves a message for each event of a case: what happened to which case when, never who did it or what was written. */
class CaseEventMessages {

    static final String TOPIC = "case-event";

    private final Outbox outbox;

    CaseEventMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(CaseEvent event) {
        outbox.put(
                TOPIC,
                new Payload(
                        event.caseRef().family(), event.caseRef().number().value(), event.type(), event.occurredAt()));
    }

    record Payload(String family, String caseNumber, String type, Instant occurredAt) {}
}
