package org.bihuan.operation;

/** A repair that is not allowed, with the key of the sentence that says why. */
public class RepairRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RepairRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Key of the sentence in the translations. */
    public String translationKey() {
        return "operation.repair.refused." + reason.name();
    }

    /** Why. */
    public enum Reason {
        /** There is no such case, or it has no running process. */
        NOTHING_TO_MOVE,
        /** The case is not where the page showed it. */
        MOVED_ON,
        /** The case's own status contradicts that step. */
        CONTRADICTS,
        /** The case rests; it must be resumed first. */
        RESTS,
        /** Another proposal for the case waits. */
        ALREADY_PROPOSED,
        /** Who proposed it cannot approve it. */
        OWN_PROPOSAL,
        /** Only who proposed it can withdraw it. */
        NOT_YOURS,
        /** It was decided already. */
        DECIDED,
        /** A reason must be given. */
        NO_REASON
    }
}
