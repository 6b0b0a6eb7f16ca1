package org.bihuan.inbox;

import java.util.EnumSet;
import java.util.Set;

/** Columns of the list of tasks that a person may leave out, in their order; due date and matter are always there. */
public enum InboxColumn {
    PLACE,
    NUMBER,
    STEP,
    FROM,
    UNIT,
    LYING,
    HOLDER;

    /** What whoever has not chosen sees. */
    public static Set<InboxColumn> usual() {
        return EnumSet.complementOf(EnumSet.of(UNIT));
    }
}
