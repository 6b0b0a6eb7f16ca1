package org.bihuan.task;

/** What somebody says who signs together with others. */
public enum Vote {
    AGREE,
    REJECT,
    /** Neither for nor against. */
    ABSTAIN
}
