package org.bihuan.outbox;

/** Somebody outside who is told something. Must bear the same message twice. */
public interface Receiver {

    /** Messages of this topic are for it. */
    String topic();

    /**
     * Hands the message over; returns within {@link OutboxRelay#LONGEST_CALL}.
     *
     * @throws DeliveryFailedException when it did not arrive, or nobody knows
     */
    void deliver(OutboxMessage message);
}
