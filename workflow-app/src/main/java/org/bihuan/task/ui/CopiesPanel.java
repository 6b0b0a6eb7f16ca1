package org.bihuan.task.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.bihuan.calendar.DateFormats;
import org.bihuan.inbox.Copy;

/** 抄送: to whom the case was copied, and who has opened it since. Not shown while there are none. */
final class CopiesPanel extends Composite<Section> {

    CopiesPanel(List<Copy> copies) {
        getContent().addClassNames("bihuan-card", "talk-copies");
        getContent().setVisible(!copies.isEmpty());
        var list = new OrderedList();
        list.addClassName("talk-list");
        copies.stream().map(this::item).forEach(list::add);
        getContent().add(new H2(getTranslation("task.copies")), list);
    }

    private ListItem item(Copy copy) {
        var name = new Span(copy.staffName());
        name.addClassName("talk-name");
        var read = new Span(
                copy.readAt() == null
                        ? getTranslation("task.copies.unread")
                        : getTranslation("task.copies.read", DateFormats.dateTime(copy.readAt(), getLocale())));
        read.addClassName(copy.readAt() == null ? "talk-unread" : "talk-read");
        var head = new Div(name, read);
        head.addClassName("talk-head");
        String when = DateFormats.dateTime(copy.sentAt(), getLocale());
        var sent = new Div(
                copy.byStaffId() == null
                        ? getTranslation("task.copies.byModel", when)
                        : getTranslation("task.copies.by", copy.byName(), when));
        sent.addClassName("talk-when");
        var item = new ListItem(head, sent);
        item.addClassName("talk-item");
        if (!copy.words().isEmpty()) {
            var words = new Div(copy.words());
            words.addClassName("talk-words");
            item.add(words);
        }
        return item;
    }
}
