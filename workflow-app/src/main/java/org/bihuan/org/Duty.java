package org.bihuan.org;

/** What an account is for, for good: whoever needs two has two accounts. The database holds this as well. */
public enum Duty {
    /** Works on cases. */
    WORK,
    SYSTEM,
    SECURITY,
    AUDIT
}
