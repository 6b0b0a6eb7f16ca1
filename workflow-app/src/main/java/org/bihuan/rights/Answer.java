package org.bihuan.rights;

/** What the policy says to somebody who asks. */
public enum Answer {
    /** As if there were nothing. */
    NOTHING,
    /** Something, but not in full, for example {@code 138****5678}. */
    MASK,
    ALLOW
}
