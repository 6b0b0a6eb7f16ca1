package org.bihuan.outbox;

import java.time.Instant;

/** The receiver does not want the message before some instant; that is no failure. */
public class DeliveryPostponedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    public DeliveryPostponedException(Instant until) {
        super("Not before " + until);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
