package org.bihuan.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries messages out. A node first takes a few by lease in a short transaction, passing over those that another is
 * just taking; then calls, outside of any transaction; then marks. So no call ever holds a row, and while a lease runs
 * no other node delivers the same message. A node that dies leaves leases that end by themselves.
 */
@Component
public class OutboxRelay {

    /** No call may take longer. */
    public static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    static final int BATCH = 20;

    /** All calls of a batch, and a minute for clocks that differ. */
    static final Duration LEASE = LONGEST_CALL.multipliedBy(BATCH).plusSeconds(60);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxMapper mapper;
    private final ObjectProvider<Receiver> receivers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutboxRelay(OutboxMapper mapper, ObjectProvider<Receiver> receivers, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.receivers = receivers;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean hasReceivers() {
        return receivers.stream().findAny().isPresent();
    }

    /**
     * One round.
     *
     * @param goOn asked before each call; what is left is given back when it says no
     * @return how many messages arrived
     */
    int relay(BooleanSupplier goOn) {
        Instant leased = clock.instant().plus(LEASE);
        List<OutboxMessage> mine = take(leased);
        Instant lastStart = leased.minus(LONGEST_CALL).minusSeconds(60);
        int arrived = 0;
        boolean receiverDown = false;
        for (OutboxMessage message : mine) {
            if (receiverDown || !goOn.getAsBoolean() || clock.instant().isAfter(lastStart)) {
                transaction.executeWithoutResult(
                        status -> mapper.giveBack(message.id(), message.attempt(), clock.instant()));
                continue;
            }
            try {
                receiver(message.topic()).deliver(message);
                transaction.executeWithoutResult(status -> mapper.delivered(message.id(), clock.instant()));
                arrived++;
            } catch (DeliveryFailedException e) {
                failed(message, e.code());
                receiverDown = e.receiverDown();
            }
        }
        return arrived;
    }

    private List<OutboxMessage> take(Instant leased) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<OutboxMessage> due = mapper.lockDue(clock.instant(), BATCH);
            if (!due.isEmpty()) {
                mapper.lease(due.stream().map(OutboxMessage::id).toList(), leased);
            }
            return due;
        }));
    }

    private Receiver receiver(String topic) {
        return receivers.stream()
                .filter(one -> one.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new DeliveryFailedException("NO_RECEIVER", false));
    }

    private void failed(OutboxMessage message, String code) {
        LOG.warn("Message {} did not arrive at attempt {}: {}", message.messageId(), message.attempt(), code);
        transaction.executeWithoutResult(status -> mapper.failed(
                message.id(), message.attempt(), code, clock.instant().plus(pause(message.attempt()))));
    }

    /** 2, 4, 8 … seconds, up to ten minutes, for ever: giving up is for people to decide. */
    static Duration pause(int attempt) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempt, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
