package org.bihuan.trace;

/** Who reads a page: the wordings differ. */
public enum Audience {
    /** Members of staff, who see who did what. */
    STAFF,
    /** Who reported the case, and sees what was done but no names. */
    REPORTER
}
