package org.bihuan.casefile;

import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param staffId set for staff only
 * @param name what the timeline shows
 * @param forStaffId absent member of staff in whose place it was done; empty for in the own right
 * @param forName the name of that person
 */
public record Actor(
        Kind kind,
        @Nullable Long staffId,
        String name,
        @Nullable Long forStaffId,
        @Nullable String forName) {

    /** The program itself, for example when a period ends. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "");

    /** The reporter, who needs no account and is never named on a page. */
    public static final Actor RESIDENT = new Actor(Kind.RESIDENT, null, "");

    /** Somebody who acts in the own right. */
    public Actor(Kind kind, @Nullable Long staffId, String name) {
        this(kind, staffId, name, null, null);
    }

    /** Kinds of actor. */
    public enum Kind {
        STAFF,
        RESIDENT,
        SYSTEM
    }

    /** A member of staff, named as the timeline shows it. */
    public static Actor staff(long staffId, String name) {
        return new Actor(Kind.STAFF, staffId, name);
    }

    /** The same in the place of somebody who is away. */
    public Actor actingFor(long absentId, String absentName) {
        return new Actor(kind, staffId, name, absentId, absentName);
    }
}
