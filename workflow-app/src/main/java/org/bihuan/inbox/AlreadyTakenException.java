package org.bihuan.inbox;

/** Somebody else was first: took the task, or ended it. */
public class AlreadyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String holderName;

    public AlreadyTakenException(String holderName) {
        super(holderName.isEmpty() ? "The task ended meanwhile" : "Already taken by " + holderName);
        this.holderName = holderName;
    }

    /** Name of the person who was first; empty when the task ended without a person. */
    public String holderName() {
        return holderName;
    }
}
