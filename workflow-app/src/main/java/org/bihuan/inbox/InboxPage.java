package org.bihuan.inbox;

import java.util.List;

/**
 * A part of a list.
 *
 * @param more whether the list goes on after it
 */
public record InboxPage<T>(List<T> items, boolean more) {

    /** Of items read with one more than wanted. */
    static <T> InboxPage<T> of(List<T> read, int limit) {
        return new InboxPage<>(List.copyOf(read.subList(0, Math.min(limit, read.size()))), read.size() > limit);
    }
}
