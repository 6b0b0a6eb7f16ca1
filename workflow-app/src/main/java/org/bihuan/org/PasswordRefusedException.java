package org.bihuan.org;

/** A password that may not be taken; the old one stays. */
public class PasswordRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    PasswordRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Key of the plain words in the translations; takes no arguments. */
    public String messageKey() {
        return "org.password." + reason.name();
    }

    /** Why it may not be taken. */
    public enum Reason {
        /** The old password, given as proof, is wrong. */
        WRONG_OLD_PASSWORD,
        /** Fewer than 10 characters. */
        TOO_SHORT,
        /** More than 72 bytes in UTF-8, which the hash cannot take in. */
        TOO_LONG,
        IS_USER_NAME,
        /** One of those that are tried first: on the list, one character over and over, or a run like 0123456789. */
        TOO_COMMON,
        IS_OLD_PASSWORD
    }
}
