package org.bihuan.inbox.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bihuan.calendar.DateFormats;
import org.bihuan.inbox.InboxColumn;
import org.bihuan.inbox.InboxExport;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.ui.InboxRow.Tag;
import org.bihuan.org.CurrentUser;
import org.springframework.stereotype.Component;

/** Writes the reader's lists as files: the columns that the reader chose, times as dates instead of distances. */
@Component
class ListFile {

    private final InboxExport export;
    private final InboxQueries queries;
    private final InboxRows rows;
    private final CurrentUser user;
    private final I18NProvider texts;

    ListFile(InboxExport export, InboxQueries queries, InboxRows rows, CurrentUser user, I18NProvider texts) {
        this.export = export;
        this.queries = queries;
        this.rows = rows;
        this.user = user;
        this.texts = texts;
    }

    /** What is to be written. */
    record Order(ListKind list, InboxFilter filter, Set<InboxColumn> columns, Locale locale) {}

    void write(Order order, TableFile.Format format, OutputStream out) throws IOException {
        Locale locale = order.locale();
        try (TableFile file = format.open(out)) {
            boolean cut = switch (order.list()) {
                case TODO -> todo(order, file);
                case DONE -> {
                    file.row(words(
                            locale,
                            "inbox.number",
                            "inbox.matter",
                            "inbox.column.PLACE",
                            "inbox.step",
                            "inbox.completed",
                            "inbox.result"));
                    yield export.done(
                            order.filter(),
                            page -> page.items().stream()
                                    .map(item -> rows.of(item, locale))
                                    .forEach(row -> put(
                                            file,
                                            row.number(),
                                            row.title(),
                                            row.place(),
                                            row.step(),
                                            row.age(),
                                            row.words())));
                }
                case STARTED -> {
                    file.row(words(
                            locale,
                            "inbox.number",
                            "inbox.matter",
                            "inbox.column.PLACE",
                            "inbox.begun",
                            "inbox.status"));
                    yield export.started(page -> page.items().stream()
                            .map(item -> rows.of(item, locale))
                            .forEach(row -> put(file, row.number(), row.title(), row.place(), row.age(), row.words())));
                }
                case COPIED -> {
                    file.row(words(
                            locale,
                            "inbox.number",
                            "inbox.matter",
                            "inbox.column.PLACE",
                            "inbox.copy.by",
                            "inbox.copy.sent",
                            "inbox.copy.words",
                            "inbox.copy.state"));
                    yield export.copied(
                            order.filter(),
                            page -> page.items().stream()
                                    .map(copy -> rows.of(copy, locale))
                                    .forEach(row -> put(
                                            file,
                                            row.number(),
                                            row.title(),
                                            row.place(),
                                            row.from(),
                                            row.age(),
                                            row.step(),
                                            row.words())));
                }
            };
            if (cut) {
                put(file, texts.getTranslation("inbox.export.cut", locale, InboxExport.MOST));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean todo(Order order, TableFile file) throws IOException {
        Locale locale = order.locale();
        Set<InboxColumn> columns = order.columns();
        var headings = new ArrayList<>(words(locale, "inbox.due", "inbox.state", "inbox.matter", "inbox.tags"));
        for (InboxColumn column : columns) {
            headings.add(texts.getTranslation(
                    column == InboxColumn.LYING ? "inbox.received" : "inbox.column." + column, locale));
        }
        file.row(headings);
        var posts = queries.posts();
        var absent = queries.standIns();
        long reader = user.require().id();
        return export.todo(order.filter(), page -> {
            var context = new RowContext(locale, reader, posts, absent, queries.names(page.items()));
            page.items().forEach(item -> put(file, cells(item, rows.of(item, context), columns, locale)));
        });
    }

    private List<String> cells(InboxItem item, InboxRow row, Set<InboxColumn> columns, Locale locale) {
        var cells = new ArrayList<>(List.of(
                DateFormats.dateTime(item.dueAt(), locale),
                texts.getTranslation("inbox.state." + row.mark(), locale),
                row.title(),
                String.join(" · ", row.tags().stream().map(Tag::words).toList())));
        for (InboxColumn column : columns) {
            cells.add(
                    switch (column) {
                        case PLACE -> row.place();
                        case NUMBER -> row.number();
                        case STEP -> row.step();
                        case FROM -> row.from();
                        case UNIT -> row.unit();
                        case LYING -> DateFormats.dateTime(item.createdAt(), locale);
                        case HOLDER -> row.who();
                    });
        }
        return cells;
    }

    private List<String> words(Locale locale, String... keys) {
        return List.of(keys).stream()
                .map(key -> texts.getTranslation(key, locale))
                .toList();
    }

    private static void put(TableFile file, String... cells) {
        put(file, List.of(cells));
    }

    private static void put(TableFile file, List<String> cells) {
        try {
            file.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
