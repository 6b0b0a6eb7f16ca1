package org.bihuan.inbox;

import org.bihuan.calendar.DeadlineState;

/** Open tasks of a person by the state of their deadlines; counting stops after {@link #CAP}. */
public record InboxCounts(int red, int yellow, int green) {

    /** Largest number that is told exactly. */
    public static final int CAP = 1000;

    public int of(DeadlineState state) {
        return switch (state) {
            case RED -> red;
            case YELLOW -> yellow;
            case GREEN -> green;
        };
    }

    public int total() {
        return red + yellow + green;
    }

    /** The total as people read it. */
    public String words() {
        return words(total());
    }

    /** The number as people read it: {@code 1000+} when there are more. */
    public static String words(int count) {
        return count > CAP ? CAP + "+" : String.valueOf(count);
    }
}
