package org.bihuan.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
        var pauses = new HashMap<String, Duration>();
        for (OutboxMessage message : mine) {
            Duration pause = pauses.get(message.topic());
            if (pause != null || !goOn.getAsBoolean() || clock.instant().isAfter(lastStart)) {
                // Where the receiver is down, no sooner than the one that found out: others must not wait behind them.
                Instant next = clock.instant().plus(pause == null ? Duration.ZERO : pause);
                transaction.executeWithoutResult(status -> mapper.giveBack(message.id(), message.attempt(), next));
                continue;
            }
            try {
                receiver(message.topic()).deliver(message);
                transaction.executeWithoutResult(status -> mapper.delivered(message.id(), clock.instant()));
                arrived++;
            } catch (DeliveryFailedException e) {
                failed(message, e.code());
                if (e.receiverDown()) {
                    pauses.put(message.topic(), pause(message.attempt()));
                }
            } catch (DeliveryPostponedException e) {
                transaction.executeWithoutResult(
                        status -> mapper.postponed(message.id(), message.attempt(), e.until()));
            } catch (RuntimeException e) {
                // Something is wrong with this one; those behind it must not wait for the lease.
                LOG.warn("Message {} could not be handled", message.messageId(), e);
                failed(message, "ERROR");
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
                .filter(one -> one.takes(topic))
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
