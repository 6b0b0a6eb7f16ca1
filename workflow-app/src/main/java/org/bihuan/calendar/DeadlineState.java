package org.bihuan.calendar;

import java.time.Instant;

/** How near a deadline is. */
public enum DeadlineState {
    /** Time enough. */
    GREEN,
    /** Most of the time is used up. */
    YELLOW,
    /** Over. */
    RED;

    /** Red after the due instant (not yet at it), yellow from the warning on. */
    public static DeadlineState of(Instant now, Instant warnAt, Instant dueAt) {
        if (now.isAfter(dueAt)) {
            return RED;
        }
        return now.isBefore(warnAt) ? GREEN : YELLOW;
    }
}
