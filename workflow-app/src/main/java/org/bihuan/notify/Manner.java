package org.bihuan.notify;

/** How notices of a topic take a way out of the program. */
public enum Manner {
    AT_ONCE,
    /** Several in one message, at times that the person chose. */
    DIGEST,
    /** Not at all; they stand in the program all the same. */
    OFF
}
