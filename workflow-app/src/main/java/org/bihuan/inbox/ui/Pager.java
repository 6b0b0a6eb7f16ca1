package org.bihuan.inbox.ui;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.inbox.InboxPage;
import org.jspecify.annotations.Nullable;

/** The part of one list that the page shows. */
final class Pager<T> {

    static final int PAGE = 25;

    /** What is read anew when others change the list; who has opened more pages sees it shrink to this. */
    private static final int MOST = 250;

    private final Source<T> source;
    private final List<T> items = new ArrayList<>();
    private boolean more;

    Pager(Source<T> source) {
        this.source = source;
    }

    void first() {
        read(PAGE);
    }

    void next() {
        add(source.after(items.isEmpty() ? null : items.getLast(), PAGE));
    }

    /** Reads again what is shown. */
    void again() {
        read(Math.clamp(items.size(), PAGE, MOST));
    }

    boolean more() {
        return more;
    }

    List<T> items() {
        return List.copyOf(items);
    }

    private void read(int limit) {
        items.clear();
        add(source.after(null, limit));
    }

    private void add(InboxPage<T> page) {
        items.addAll(page.items());
        more = page.more();
    }

    /** Where pages come from. */
    @FunctionalInterface
    interface Source<T> {
        InboxPage<T> after(@Nullable T last, int limit);
    }
}
