package org.bihuan.inbox;

/** A filter cannot be kept under that name. */
public class ViewRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_TAKEN,
        TOO_MANY,
        GONE
    }

    ViewRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
