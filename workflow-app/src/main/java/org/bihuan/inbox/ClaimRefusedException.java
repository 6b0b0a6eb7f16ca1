package org.bihuan.inbox;

/** A family does not let this person take the task, for example a check of the person's own work. */
public class ClaimRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reasonKey;

    /** Because of a reason whose words have this key among the texts. */
    public ClaimRefusedException(String reasonKey) {
        super(reasonKey);
        this.reasonKey = reasonKey;
    }

    public String reasonKey() {
        return reasonKey;
    }
}
