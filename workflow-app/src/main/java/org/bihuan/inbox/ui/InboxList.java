package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bihuan.calendar.DeadlineBadge;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.inbox.InboxColumn;

/**
 * A list whose items are links: cards on a phone, the lines of a table on a desktop. A row that looks as before keeps
 * its element, so that focus and reading position stay when others change the list.
 */
final class InboxList extends Composite<Div> {

    /** Names of the cells in the style sheet, in their order; the check box comes before. */
    private static final List<String> CELLS = List.of("due", "what", "number", "step", "from", "unit", "age", "who");

    private final Div head = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Consumer<InboxRow> claim;
    private final Selection selection;
    private final Map<InboxRow, Checkbox> boxes = new HashMap<>();
    private Map<InboxRow, ListItem> shown = Map.of();
    private List<String> labels = List.of();

    /** A list whose button on a claimable row does {@code claim}, and whose check boxes are those of the selection. */
    InboxList(Consumer<InboxRow> claim, Selection selection) {
        this.claim = claim;
        this.selection = selection;
        getContent().addClassName("inbox-table");
        head.addClassName("inbox-head");
        head.getElement().setAttribute("aria-hidden", "true");
        list.addClassName("inbox-list");
        getContent().add(head, list);
    }

    /** Shows these rows below headings that are keys of texts, empty for none. */
    void show(List<InboxRow> rows, List<String> headings) {
        if (!headings.equals(labels)) {
            labels = headings;
            shown = Map.of();
            list.removeAll();
            head.removeAll();
            boxes.clear();
            head.add(new Span());
            for (int column = 0; column < headings.size(); column++) {
                String key = headings.get(column);
                var heading = new Span(key.isEmpty() ? "" : getTranslation(key));
                heading.addClassName("inbox-" + CELLS.get(column));
                head.add(heading);
            }
        }
        var next = new HashMap<InboxRow, ListItem>();
        for (InboxRow row : rows) {
            ListItem known = shown.get(row);
            next.put(row, known == null ? item(row) : known);
        }
        shown.forEach((row, item) -> {
            if (!next.containsKey(row)) {
                list.remove(item);
                boxes.remove(row);
            }
        });
        for (int i = 0; i < rows.size(); i++) {
            ListItem item = next.get(rows.get(i));
            if (i >= list.getComponentCount() || list.getComponentAt(i) != item) {
                list.addComponentAtIndex(i, item);
            }
        }
        shown = next;
        check();
    }

    /** Leaves out the columns that are not wanted, where the list is a table. */
    void show(Set<InboxColumn> columns) {
        for (InboxColumn column : InboxColumn.values()) {
            getContent()
                    .setClassName("inbox-without-" + column.name().toLowerCase(Locale.ROOT), !columns.contains(column));
        }
    }

    /** Lets the check boxes show what is selected. */
    void check() {
        boxes.forEach((row, box) -> box.setValue(selection.holds(row.key())));
    }

    private ListItem item(InboxRow row) {
        var link = new Anchor(row.href(), row.title());
        link.addClassName("inbox-link");
        link.getElement().setAttribute("router-link", "");
        link.getElement().setAttribute("data-key", row.key());
        var place = new Span(row.place());
        place.addClassName("inbox-place");
        var tags = new Span();
        tags.addClassName("inbox-tags");
        row.tags().forEach(tag -> tags.add(tag(tag)));
        var matter = new Div(link, tags, place);
        matter.addClassName("inbox-matter");
        var item = new ListItem(
                box(row),
                mark(row),
                matter,
                cell(2, row.number()),
                cell(3, row.step()),
                cell(4, row.from()),
                cell(5, row.unit()),
                cell(6, row.age()),
                holder(row));
        item.addClassName("inbox-item");
        return item;
    }

    private Component box(InboxRow row) {
        if (!row.selectable()) {
            return new Span();
        }
        var box = new Checkbox();
        box.addClassName("inbox-select");
        box.setAriaLabel(getTranslation("inbox.select", row.title(), row.number()));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                selection.set(row.key(), change.getValue());
            }
        });
        boxes.put(row, box);
        return box;
    }

    private static Component tag(InboxRow.Tag tag) {
        var span = new Span(tag.words());
        span.addClassNames("inbox-tinted", "inbox-" + tag.colour());
        return span;
    }

    private static Component mark(InboxRow row) {
        return switch (row.mark()) {
            case RED, YELLOW, GREEN -> {
                var badge = new DeadlineBadge(DeadlineState.valueOf(row.mark().name()), row.words());
                badge.addClassName("inbox-mark");
                yield badge;
            }
            case IN_TIME, ENDED -> mark(VaadinIcon.CHECK_CIRCLE_O, "inbox-green", row.words());
            case LATE -> mark(VaadinIcon.WARNING, "inbox-red", row.words());
            case RESTING -> mark(VaadinIcon.PAUSE, "inbox-neutral", row.words());
            case OPEN -> mark(VaadinIcon.CIRCLE_THIN, "inbox-neutral", row.words());
        };
    }

    private static Component mark(VaadinIcon icon, String colour, String words) {
        var picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        var mark = new Span(picture, new Span(words));
        mark.addClassNames("inbox-mark", "inbox-tinted", colour);
        return mark;
    }

    private Component holder(InboxRow row) {
        if (row.claimable() == null) {
            return cell(7, row.who());
        }
        var button = new Button(getTranslation("inbox.claim"), click -> claim.accept(row));
        button.addClassName("inbox-claim");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("inbox.claim.what", row.title(), row.number()));
        return button;
    }

    /** A cell that says what it is; on a desktop only to those who cannot see the heading of its column. */
    private Span cell(int column, String text) {
        var cell = new Span();
        cell.addClassName("inbox-" + CELLS.get(column));
        if (!text.isEmpty()) {
            var label = new Span(getTranslation(labels.get(column)));
            label.addClassName("inbox-label");
            cell.add(label, new Span(text));
        }
        return cell;
    }
}
