package org.bihuan.inbox.ui;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bihuan.calendar.DateFormats;
import org.bihuan.inbox.BulkRuns;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.InboxColumn;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxViews;
import org.bihuan.inbox.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the dialogs of the inbox and the bar for what is done with several items. */
@Component
class InboxTools {

    private final InboxViews views;
    private final ListFile files;
    private final BulkRuns runs;
    private final Refusals refusals;
    private final ObjectProvider<BulkVerb> verbs;
    private final Clock clock;

    InboxTools(
            InboxViews views,
            ListFile files,
            BulkRuns runs,
            Refusals refusals,
            ObjectProvider<BulkVerb> verbs,
            Clock clock) {
        this.views = views;
        this.files = files;
        this.runs = runs;
        this.refusals = refusals;
        this.verbs = verbs;
        this.clock = clock;
    }

    Set<InboxColumn> columns() {
        return views.columns();
    }

    void openViews(InboxFilter present, Consumer<InboxFilter> choose) {
        new ViewsDialog(views, present, choose).open();
    }

    /** Lets the reader choose columns, which are kept and then shown by {@code show}. */
    void openColumns(Consumer<Set<InboxColumn>> show) {
        new ColumnsDialog(views.columns(), columns -> {
                    views.show(columns);
                    show.accept(columns);
                })
                .open();
    }

    void openExport(ListFile.Order order) {
        new ExportDialog(files, order, DateFormats.day(clock.instant())).open();
    }

    /** A bar for what can be done with the selected ones of the items that are shown. */
    BulkBar bulk(Selection selection, Supplier<List<InboxItem>> shown, Runnable finished) {
        return new BulkBar(
                selection,
                verbs.orderedStream().toList(),
                shown,
                (verb, items) -> new BulkDialog(runs, refusals, verb, items, finished).open());
    }
}
