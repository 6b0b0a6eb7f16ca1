package org.bihuan.operation;

/**
 * Something that needs a human.
 *
 * @param amount jobs, minutes, seconds or percent, as the kind says
 */
public record Alert(Kind kind, long amount) {

    /** Most urgent first. */
    public enum Kind {
        /** Less room than the threshold: no photos are taken in; amount is the percentage that is free. */
        DISK,
        /** Jobs were given up at least five minutes ago; amount is their number. */
        FAILED_JOBS,
        /** Jobs are due and nobody runs them; amount is minutes. */
        LATE_JOBS,
        /** Messages to other programs wait; amount is seconds. */
        LATE_MESSAGES,
        /** The clocks of node and database differ; amount is seconds. */
        CLOCK
    }

    /** Key of the sentence in the translations; argument 0 is the amount. */
    public String translationKey() {
        return "operation.alert." + kind.name();
    }
}
