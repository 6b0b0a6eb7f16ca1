package org.bihuan.inbox;

import java.util.function.Consumer;
import org.bihuan.casefile.CaseFile;
import org.bihuan.org.ChangeLog;
import org.bihuan.org.CurrentUser;
import org.bihuan.transaction.WorkKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads whole lists of the current user for a file, as far as {@link #MOST} rows. Nothing is in them that the user's
 * lists do not show. Page by page, each in a transaction of its own, by connections that keep nobody else waiting; the
 * record of changes tells who took how many rows.
 */
@Service
@PreAuthorize("@rights.may('inbox.export')")
public class InboxExport {

    /** Rows of one file. */
    public static final int MOST = 10_000;

    private static final int PAGE = 500;

    private final InboxQueries queries;
    private final Copies copies;
    private final CurrentUser user;
    private final ChangeLog changes;
    private final TransactionTemplate transaction;

    InboxExport(
            InboxQueries queries, Copies copies, CurrentUser user, ChangeLog changes, TransactionTemplate transaction) {
        this.queries = queries;
        this.copies = copies;
        this.user = user;
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * What the user has to do.
     *
     * @param page is given the rows page by page
     * @return whether there are more rows than a file holds
     */
    public boolean todo(InboxFilter filter, Consumer<InboxPage<InboxItem>> page) {
        return read("todo", (last, limit) -> queries.todo(filter, last, limit), page);
    }

    /** What the user completed; as above. */
    public boolean done(InboxFilter filter, Consumer<InboxPage<DoneItem>> page) {
        return read("done", (last, limit) -> queries.done(filter, last, limit), page);
    }

    /** Cases that the user started; as above. */
    public boolean started(Consumer<InboxPage<CaseFile>> page) {
        return read("started", queries::started, page);
    }

    /** What was copied to the user; as above. */
    public boolean copied(InboxFilter filter, Consumer<InboxPage<Copy>> page) {
        return read("copied", (last, limit) -> copies.received(filter, last, limit), page);
    }

    private <T> boolean read(String list, Source<T> source, Consumer<InboxPage<T>> rows) {
        return WorkKind.REPORTS.call(() -> {
            T last = null;
            InboxPage<T> page;
            int count = 0;
            do {
                page = source.after(last, PAGE);
                rows.accept(page);
                count += page.items().size();
                last = page.items().isEmpty() ? null : page.items().getLast();
            } while (page.more() && count < MOST);
            note(list, count);
            return page.more();
        });
    }

    private void note(String list, int count) {
        transaction.executeWithoutResult(
                status -> changes.note("inbox.export", user.require().username(), list + ", " + count + " rows"));
    }

    /** Where pages come from. */
    @FunctionalInterface
    private interface Source<T> {
        InboxPage<T> after(@Nullable T last, int limit);
    }
}
