package org.bihuan.inbox.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is seen. Two equal rows look the same, so a list need not be drawn anew for them.
 *
 * @param tags what is special about it, in the order of its weight
 * @param from the post through which the task came; empty where that means nothing
 * @param unit where the case lies
 * @param age how long it has been lying, or when it was done or begun
 * @param words what the mark means
 * @param who the holder in words; empty where nobody holds it
 * @param claimable id of the task that one press takes on; empty when there is nothing to take
 * @param selectable whether something can be done with it together with others
 */
record InboxRow(
        String key,
        String href,
        String title,
        List<Tag> tags,
        String place,
        String number,
        String step,
        String from,
        String unit,
        String age,
        Mark mark,
        String words,
        String who,
        @Nullable String claimable,
        boolean selectable) {

    /** A few words in a colour of the style sheet: {@code red}, {@code yellow} or {@code neutral}. */
    record Tag(String colour, String words) {}

    /** What the head of a row tells, by colour, icon and words together. */
    enum Mark {
        /** The deadline of a task to do. */
        RED,
        YELLOW,
        GREEN,
        /** The case rests, and with it the deadline. */
        RESTING,
        /** A task that was done before its deadline, or after it. */
        IN_TIME,
        LATE,
        /** A case that goes on, or has ended; a copy not yet read, or read. */
        OPEN,
        ENDED
    }
}
