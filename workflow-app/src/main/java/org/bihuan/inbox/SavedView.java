package org.bihuan.inbox;

/** A filter that a person keeps under a name. */
public record SavedView(long id, String name, InboxFilter filter) {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 40;

    /** As many as one person may keep. */
    public static final int MOST = 20;
}
