package org.bihuan.notify;

import java.util.Map;

/** What people choose about: kinds of notices that matter alike. */
public enum Topic {
    /** Somebody waits or something is over its time: never collected. */
    URGENT,
    /** Something was given to the person, or the person is asked. */
    ASSIGNED,
    /** Something new lies at one of the person's posts. */
    ARRIVED,
    /** A deadline comes near. */
    DEADLINE,
    /** Copies, mentions, comments. */
    TALK,
    /** How something ended, and whatever no other topic holds. */
    RESULT;

    private static final Map<String, Topic> OF_KIND = Map.ofEntries(
            Map.entry("task.urged", URGENT),
            Map.entry("task.escalated", URGENT),
            Map.entry("deadline.over", URGENT),
            Map.entry("inbox.assigned", ASSIGNED),
            Map.entry("inbox.asked", ASSIGNED),
            Map.entry("inbox.arrived", ARRIVED),
            Map.entry("deadline.near", DEADLINE),
            Map.entry("task.copied", TALK),
            Map.entry("task.mentioned", TALK),
            Map.entry("task.commented", TALK));

    /** The topic of a kind of notice. */
    static Topic of(String kind) {
        return OF_KIND.getOrDefault(kind, RESULT);
    }
}
