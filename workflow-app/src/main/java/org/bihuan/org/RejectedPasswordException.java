package org.bihuan.org;

/** The password was not changed. */
public class RejectedPasswordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RejectedPasswordException(Reason reason) {
        super("Password not changed: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why it was not changed. */
    public enum Reason {
        WRONG_OLD_PASSWORD,
        TOO_SHORT,
        TOO_LONG,
        SAME_AS_BEFORE,
        CONTAINS_USERNAME,
        /** One of those that are tried first: a well-known one, or a run like 0123456789. */
        TOO_COMMON
    }
}
