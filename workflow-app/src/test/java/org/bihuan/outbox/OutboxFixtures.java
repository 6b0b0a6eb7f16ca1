package org.bihuan.outbox;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An outbox with its relay on the program's table, by a clock of the test's own. */
public final class OutboxFixtures {

    private final OutboxMapper mapper;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public OutboxFixtures(ApplicationContext program, Clock clock) {
        mapper = program.getBean(OutboxMapper.class);
        transaction = program.getBean(TransactionTemplate.class);
        this.clock = clock;
    }

    public Outbox outbox() {
        return new Outbox(mapper, JsonMapper.shared(), clock);
    }

    /** Relays to this receiver until a round delivers nothing. */
    public void relay(Receiver receiver) {
        var relay = new OutboxRelay(
                mapper,
                new StaticListableBeanFactory(Map.of("receiver", receiver)).getBeanProvider(Receiver.class),
                transaction,
                clock);
        int arrived;
        do {
            arrived = relay.relay(() -> true);
        } while (arrived > 0);
    }
}
