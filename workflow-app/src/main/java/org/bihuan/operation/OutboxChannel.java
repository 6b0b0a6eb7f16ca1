package org.bihuan.operation;

import java.time.Duration;
import org.bihuan.outbox.Outbox;
import org.springframework.stereotype.Component;

/** How far the messages to other programs are behind. */
@Component("operationOutboxChannel")
class OutboxChannel implements Channel {

    private final Outbox outbox;

    OutboxChannel(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Duration lag() {
        return outbox.lag().oldest();
    }
}
