package org.bihuan.org.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Records, latest first, page by page. */
final class RecordsPage<T> extends Div {

    private static final int PAGE = 50;

    private final transient BiFunction<@Nullable T, Integer, List<T>> reading;
    private final List<T> shown = new ArrayList<>();
    private final Grid<T> grid = new Grid<>();
    private final Button more = new Button();

    /** @param reading gives so many records earlier than the one */
    RecordsPage(String title, BiFunction<@Nullable T, Integer, List<T>> reading) {
        this.reading = reading;
        addClassName("org-page");
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.getElement().setAttribute("aria-label", title);
        grid.setEmptyStateText(getTranslation("org.records.empty"));
        more.setText(getTranslation("org.records.more"));
        more.addClickListener(click -> load());
        var master = new Div(grid, more);
        master.addClassNames("org-layout", "org-master");
        add(new H1(title), master);
        load();
    }

    Grid<T> grid() {
        return grid;
    }

    private void load() {
        List<T> next = reading.apply(shown.isEmpty() ? null : shown.getLast(), PAGE + 1);
        shown.addAll(next.subList(0, Math.min(PAGE, next.size())));
        grid.setItems(shown);
        more.setVisible(next.size() > PAGE);
    }
}
