package org.bihuan.casefile;

import org.jspecify.annotations.Nullable;

/** Who did something. {@code staffId} is set for staff only; {@code name} is what the timeline shows. */
public record Actor(Kind kind, @Nullable Long staffId, String name) {

    /** The program itself, for example when a period ends. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "");

    /** The reporter, who needs no account and is never named on a page. */
    public static final Actor RESIDENT = new Actor(Kind.RESIDENT, null, "");

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
}
