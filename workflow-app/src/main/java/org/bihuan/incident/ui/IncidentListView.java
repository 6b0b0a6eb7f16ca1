package org.bihuan.incident.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.bihuan.calendar.DateFormats;
import org.bihuan.incident.IncidentFilter;
import org.bihuan.incident.IncidentLookup;
import org.bihuan.incident.IncidentRow;
import org.bihuan.incident.IncidentStatus;
import org.jspecify.annotations.Nullable;

/** All incidents that the reader may see, latest first: lines on a desktop, cards on a phone. */
@Route("incidents")
@Menu(title = "menu.incidents", order = 100, icon = "vaadin:map-marker")
class IncidentListView extends Div implements HasDynamicTitle {

    private static final int PAGE = 25;

    private final transient IncidentLookup lookup;
    private final TextField search = new TextField();
    private final MultiSelectComboBox<IncidentStatus> statuses = new MultiSelectComboBox<>();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph empty = new Paragraph();
    private final Button more = new Button();
    private @Nullable IncidentRow last;

    IncidentListView(IncidentLookup lookup) {
        this.lookup = lookup;
        addClassName("incident-list-page");
        search.setLabel(getTranslation("incident.list.search"));
        search.setPlaceholder(getTranslation("incident.list.search.example"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> reload());
        statuses.setLabel(getTranslation("incident.list.status"));
        statuses.setItems(IncidentStatus.values());
        statuses.setItemLabelGenerator(status -> getTranslation("status.incident." + status));
        statuses.addValueChangeListener(change -> reload());
        more.setText(getTranslation("incident.list.more"));
        more.addClickListener(click -> load());
        var report = new Anchor("report", getTranslation("incident.list.report"));
        report.addClassName("incident-list-report");
        var filters = new Div(search, statuses, report);
        filters.addClassName("incident-filters");
        list.addClassName("incident-list");
        empty.addClassName("bihuan-empty");
        add(new H1(getTranslation("menu.incidents")), filters, list, empty, more);
        reload();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.incidents");
    }

    private void reload() {
        list.removeAll();
        last = null;
        load();
    }

    private void load() {
        var filter = new IncidentFilter(search.getValue(), statuses.getValue(), null);
        List<IncidentRow> rows = lookup.list(filter, last, PAGE + 1);
        rows.stream().limit(PAGE).forEach(row -> list.add(line(row)));
        more.setVisible(rows.size() > PAGE);
        if (!rows.isEmpty()) {
            last = rows.get(Math.min(rows.size(), PAGE) - 1);
        }
        boolean nothing = list.getComponentCount() == 0;
        empty.setVisible(nothing);
        empty.setText(getTranslation(
                filter.text().isBlank() && filter.statuses().isEmpty()
                        ? "incident.list.empty"
                        : "incident.list.nothing"));
    }

    private ListItem line(IncidentRow row) {
        var status = new Span(getTranslation("status.incident." + row.status()));
        status.addClassNames("incident-chip", "incident-status-" + row.status());
        var link = new Anchor("incidents/" + row.caseNumber());
        link.add(
                status,
                cell("incident-cell-title", row.category()),
                cell("incident-cell-place", row.place()),
                cell("incident-cell-number", row.caseNumber()),
                cell("incident-cell-handler", row.handler() == null ? "" : row.handler()),
                cell("incident-cell-date", DateFormats.dateTime(row.reportedAt(), getLocale())));
        return new ListItem(link);
    }

    private static Span cell(String className, String text) {
        var cell = new Span(text);
        cell.addClassName(className);
        return cell;
    }
}
