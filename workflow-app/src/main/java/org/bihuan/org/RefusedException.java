package org.bihuan.org;

/** An administrator asked for something that cannot be; nothing was done. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private final String detail;

    RefusedException(Reason reason, String detail) {
        super(reason + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** The value at fault; may be empty. */
    public String detail() {
        return detail;
    }

    /** Key of the plain words in the translations; takes the detail as its argument. */
    public String messageKey() {
        return "org.refused." + reason.name();
    }

    /** Why it cannot be. */
    public enum Reason {
        UNKNOWN_UNIT,
        BAD_CODE,
        CODE_TAKEN,
        BAD_NAME,
        /** Units below would outlive the one that is closed. */
        UNITS_BELOW,
        ENDS_BEFORE_IT_BEGINS,
        BAD_PREFIX,
        PREFIX_TAKEN,
        UNKNOWN_STAFF,
        BAD_USERNAME,
        USERNAME_TAKEN,
        BAD_STAFF_NAME,
        /** The person holds the post at that time already. */
        ALREADY_HELD,
        NOT_HELD,
        /** The account holds or held posts of another duty; the three administrations and work exclude each other. */
        OTHER_DUTY,
        /** Nobody would be left to administer the program. */
        LAST_ADMINISTRATOR,
        DEPUTY_NOBODY,
        DEPUTY_SELF,
        /** The same person stands in for the same already, on one of the days. */
        DEPUTY_TWICE,
        /** The deputy is away himself. */
        DEPUTY_AWAY,
        /** Whoever is to be stood in for stands in for somebody himself. */
        DEPUTY_CHAIN,
        DEPUTY_SHUT,
        DEPUTY_DUTY,
        DEPUTY_PERIOD,
        DEPUTY_LONG,
        DEPUTY_REASON,
        DEPUTY_UNKNOWN
    }
}
