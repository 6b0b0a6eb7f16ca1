package org.bihuan.inbox.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bihuan.casefile.CaseFile;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.Copy;
import org.bihuan.inbox.DoneItem;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.org.Post;
import org.bihuan.org.StandIn;

/** What the page shows of each list, as rows in words. The number of statements does not depend on what they hold. */
final class InboxPages {

    private final InboxQueries queries;
    private final InboxRows rows;
    private final long reader;
    private final Pager<InboxItem> todo;
    private final Pager<DoneItem> done;
    private final Pager<CaseFile> started;
    private final Pager<Copy> copied;
    private Map<Long, Post> posts = Map.of();
    private List<StandIn> absent = List.of();

    InboxPages(InboxQueries queries, Copies copies, InboxRows rows, long reader, Supplier<InboxFilter> filter) {
        this.queries = queries;
        this.rows = rows;
        this.reader = reader;
        todo = new Pager<>((last, limit) -> queries.todo(filter.get(), last, limit));
        done = new Pager<>((last, limit) -> queries.done(filter.get(), last, limit));
        started = new Pager<>(queries::started);
        copied = new Pager<>((last, limit) -> copies.received(filter.get(), last, limit));
    }

    Pager<?> of(ListKind kind) {
        return switch (kind) {
            case TODO -> todo;
            case DONE -> done;
            case STARTED -> started;
            case COPIED -> copied;
        };
    }

    /**
     * Reads anew which posts the reader has and for whom he stands in.
     *
     * @return whether that is not as before
     */
    boolean readPosts() {
        Map<Long, Post> postsBefore = posts;
        List<StandIn> absentBefore = absent;
        posts = queries.posts();
        absent = queries.standIns();
        return !posts.equals(postsBefore) || !absent.equals(absentBefore);
    }

    Set<Long> posts() {
        return posts.keySet();
    }

    List<StandIn> absent() {
        return absent;
    }

    /** Tasks to do that are shown. */
    List<InboxItem> todo() {
        return todo.items();
    }

    List<InboxRow> rows(ListKind kind, Locale locale) {
        return switch (kind) {
            case TODO -> {
                var context = new RowContext(locale, reader, posts, absent, queries.names(todo.items()));
                yield todo.items().stream().map(item -> rows.of(item, context)).toList();
            }
            case DONE ->
                done.items().stream().map(item -> rows.of(item, locale)).toList();
            case STARTED ->
                started.items().stream().map(file -> rows.of(file, locale)).toList();
            case COPIED ->
                copied.items().stream().map(copy -> rows.of(copy, locale)).toList();
        };
    }
}
