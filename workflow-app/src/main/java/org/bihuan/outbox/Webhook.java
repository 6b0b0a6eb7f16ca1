package org.bihuan.outbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Posts events to the one address that the operator named, signed. */
class Webhook implements Receiver, AutoCloseable {

    private final URI url;
    private final String secret;
    private final OutsideCall call;
    private final Clock clock;

    Webhook(URI url, String secret, Duration longest, Clock clock) {
        this.url = url;
        this.secret = secret;
        this.call = new OutsideCall(longest);
        this.clock = clock;
    }

    @Override
    public String topic() {
        return CaseEventMessages.TOPIC;
    }

    @Override
    public void deliver(OutboxMessage message) {
        call.post(
                url,
                Map.of(
                        Signature.MESSAGE_ID,
                        message.messageId(),
                        Signature.HEADER,
                        Signature.of(secret, clock.instant(), message.payload())),
                message.payload());
    }

    @Override
    public void close() {
        call.close();
    }
}
