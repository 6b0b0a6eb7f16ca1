package org.bihuan.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where deeds leave what is to be told outside. */
@Service
public class Outbox {

    private final OutboxMapper mapper;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(OutboxMapper mapper, JsonMapper json, Clock clock) {
        this.mapper = mapper;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Leaves a message in the caller's transaction: it is told if and only if that commits.
     *
     * @param topic says which receiver it is for
     * @param payload becomes JSON of up to 4000 characters; no personal data
     * @return the id by which receivers recognise it
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    @PreAuthorize("@rights.may('program.send')")
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID put(String topic, Object payload) {
        UUID messageId = UUID.randomUUID();
        mapper.put(messageId.toString(), topic, json.writeValueAsString(payload), clock.instant());
        return messageId;
    }

    /** For gauges: two numbers, nothing about anybody. */
    @PreAuthorize("@rights.may('program.send')")
    @Transactional(readOnly = true)
    public OutboxLag lag() {
        Instant oldest = mapper.oldest();
        Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return new OutboxLag(mapper.undelivered(), age.isNegative() ? Duration.ZERO : age);
    }
}
