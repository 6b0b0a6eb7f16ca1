package org.bihuan.inbox;

/** What a row of the inbox asks of its reader. */
public enum ItemKind {
    /** A task of the engine, to be taken and done. */
    TASK,
    /** A signature or an opinion about a task. */
    SIGN,
    /** A decision about more time for a task. */
    EXTENSION,
    /** A task below the reader is over its time. */
    ESCALATION,
    /** The holder of a task is gone, and nobody else is there to take it. */
    ORPHAN
}
