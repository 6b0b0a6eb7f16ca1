package org.bihuan.outbox;

/** Somebody outside who is told something. Must bear the same message twice. */
public interface Receiver {

    /** Messages of this topic are for it. */
    String topic();

    /** Whether messages of that topic are for it; those of one that begins with {@link #topic} and a dot are, too. */
    default boolean takes(String other) {
        return other.equals(topic()) || other.startsWith(topic() + ".");
    }

    /**
     * Hands the message over; returns within {@link OutboxRelay#LONGEST_CALL}.
     *
     * @throws DeliveryFailedException when it did not arrive, or nobody knows
     * @throws DeliveryPostponedException when it is to be handed over later
     */
    void deliver(OutboxMessage message);
}
