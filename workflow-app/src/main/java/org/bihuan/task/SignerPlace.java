package org.bihuan.task;

/** Where somebody signs, seen from whoever asked. */
public enum SignerPlace {
    /** The process asks. */
    JOINT,
    /** Whoever asked goes on only afterwards. */
    BEFORE,
    /** At the same time. */
    BESIDE,
    /** When whoever asked is done. */
    AFTER
}
