package org.bihuan.notify.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.bihuan.calendar.DateFormats;
import org.bihuan.notify.NoticeRow;

/** One notice; pressed anywhere, it opens its case. */
class NoticeCard extends NativeButton {

    /** @param kind what happened, in the reader's language */
    NoticeCard(NoticeRow row, String kind, Consumer<NoticeRow> open) {
        addClassName("notify-card");
        boolean unread = row.readAt() == null;
        setClassName("notify-unread", unread);
        var what = new Span(kind);
        what.addClassName("notify-kind");
        var when = new Span(DateFormats.dateTime(row.at(), getLocale()));
        when.addClassName("notify-when");
        add(what, new Span(row.title()), new Span(row.caseNumber()), when);
        if (!row.words().isEmpty()) {
            var words = new Span(row.words());
            words.addClassName("notify-words");
            add(words);
        }
        if (unread) {
            var mark = new Span(getTranslation("notify.unread"));
            mark.addClassNames("bihuan-chip", "bihuan-chip-accent");
            add(mark);
        }
        addClickListener(click -> open.accept(row));
    }
}
