package org.bihuan.inbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody else was first: took the task, or ended it. {@link FirstComer} says it in words. */
public class AlreadyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long holderId;
    private final String holderName;
    private final @Nullable Instant since;

    /** The task ended without a person. */
    public AlreadyTakenException() {
        this(0, "", null);
    }

    /**
     * Somebody else, or the same person before, was first.
     *
     * @param since when that person took or did it, if it is known
     */
    public AlreadyTakenException(long holderId, String holderName, @Nullable Instant since) {
        super(holderId == 0 ? "The task ended meanwhile" : "The task is or was held by " + holderId);
        this.holderId = holderId;
        this.holderName = holderName;
        this.since = since;
    }

    /** Whether this member of staff was the first. */
    boolean isHeldBy(long staffId) {
        return holderId == staffId;
    }

    /** Name of the person who was first; empty when the task ended without a person. */
    public String holderName() {
        return holderName;
    }

    /** When that person took the task or did it. */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }
}
