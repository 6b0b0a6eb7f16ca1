package org.bihuan.outbox;

import java.time.Duration;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** Every message is taken within a minute of its time, and arrives within the hour even when its receiver was away. */
@Component
class MessagesArrive implements Invariant {

    private static final Duration TO_BE_TAKEN = Duration.ofSeconds(60);

    private static final Duration TO_ARRIVE = Duration.ofHours(1);

    private final OutboxCheckMapper mapper;

    MessagesArrive(OutboxCheckMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(4, "对外消息按时送达", "messages to the outside arrive in time");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        mapper.late(scope.now().minus(TO_BE_TAKEN), scope.now().minus(TO_ARRIVE))
                .forEach(message -> findings.add("message " + message));
    }
}
