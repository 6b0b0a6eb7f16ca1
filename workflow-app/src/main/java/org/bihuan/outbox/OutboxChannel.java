package org.bihuan.outbox;

import java.time.Duration;
import org.bihuan.operation.Channel;
import org.springframework.stereotype.Component;

/** Shows those who keep the program running how far the outside is behind. */
@Component
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
