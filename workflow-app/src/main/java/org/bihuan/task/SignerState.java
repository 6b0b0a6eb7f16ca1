package org.bihuan.task;

/** How far somebody is who was asked to sign. */
public enum SignerState {
    /** Others come first. */
    WAITING,
    /** It is up to this person. */
    ASKED,
    DECIDED,
    /** Somebody took the question back. */
    REMOVED,
    /** The task went on or back without. */
    CLOSED;

    /** Whether this person still has to sign, now or later. */
    public boolean isOpen() {
        return this == WAITING || this == ASKED;
    }
}
