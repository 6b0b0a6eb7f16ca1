package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.inbox.InboxCounts;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFilter.Order;
import org.bihuan.inbox.InboxFilter.Whose;

/** Search, colours with their counts, and the filters; on a phone the filters fold away behind a button. */
final class InboxFilterBar extends Composite<Div> {

    /** Longer texts find nothing, as no number, title or place is longer. */
    private static final int LONGEST = 200;

    private static final String ANY_FAMILY = "";

    private final Consumer<InboxFilter> changed;
    private final TextField search = new TextField();
    private final Div chips = new Div();
    private final Map<DeadlineState, NativeButton> chip = new EnumMap<>(DeadlineState.class);
    private final Select<String> family;
    private final Select<Whose> whose;
    private final Select<Order> order;
    private final Button fold = new Button();
    private final Div folding = new Div();
    private final List<String> families;
    private InboxFilter filter = InboxFilter.ALL;
    private boolean quiet;

    InboxFilterBar(List<String> families, Consumer<InboxFilter> changed) {
        this.changed = changed;
        this.families = families;
        var choices = new ArrayList<>(List.of(ANY_FAMILY));
        choices.addAll(families);
        family = select("inbox.family", choices, word -> word.isEmpty() ? "inbox.family.any" : "family." + word);
        whose = select("inbox.whose", List.of(Whose.values()), value -> "inbox.whose." + value.name());
        order = select("inbox.order", List.of(Order.values()), value -> "inbox.order." + value.name());
        family.addValueChangeListener(
                event -> change(filter.withFamily(event.getValue().isEmpty() ? null : event.getValue())));
        whose.addValueChangeListener(event -> change(filter.withWhose(event.getValue())));
        order.addValueChangeListener(event -> change(filter.withOrder(event.getValue())));
        folding.addClassName("inbox-folding");
        folding.setId("inbox-folding");
        folding.add(family, whose, order);
        getContent().addClassName("inbox-filters");
        getContent().add(search(), fold(), chips(), folding);
    }

    InboxFilter filter() {
        return filter;
    }

    /** Shows only what means something for the list. */
    void use(boolean openTasks) {
        chips.setVisible(openTasks);
        whose.setVisible(openTasks);
        order.setVisible(openTasks);
        family.setVisible(families.size() > 1);
        fold.setVisible(openTasks || families.size() > 1);
    }

    void show(InboxCounts counts) {
        chip.forEach((state, button) -> button.setText(
                getTranslation("inbox.state." + state.name()) + " " + InboxCounts.words(counts.of(state))));
    }

    /** Everything is wanted again. */
    void clear() {
        apply(InboxFilter.ALL.withOrder(filter.order()));
    }

    /** This is wanted; a family that is there no longer is all. */
    void apply(InboxFilter wanted) {
        boolean known = wanted.family() != null && families.contains(wanted.family());
        InboxFilter possible = known ? wanted : wanted.withFamily(null);
        quiet = true;
        search.setValue(possible.text());
        family.setValue(known ? possible.family() : ANY_FAMILY);
        whose.setValue(possible.whose());
        order.setValue(possible.order());
        quiet = false;
        change(possible);
    }

    private Component search() {
        String label = getTranslation("inbox.search");
        search.addClassName("inbox-search");
        search.setAriaLabel(label);
        search.setPlaceholder(label);
        search.setPrefixComponent(hidden(VaadinIcon.SEARCH.create()));
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> change(filter.withText(event.getValue())));
        return search;
    }

    private Component chips() {
        chips.addClassName("inbox-chips");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", getTranslation("inbox.state"));
        for (DeadlineState state : List.of(DeadlineState.RED, DeadlineState.YELLOW, DeadlineState.GREEN)) {
            var button = new NativeButton(
                    getTranslation("inbox.state." + state.name()),
                    click -> change(filter.withState(filter.state() == state ? null : state)));
            button.addClassNames("inbox-chip", "inbox-" + state.name().toLowerCase(Locale.ROOT));
            button.getElement().setAttribute("aria-pressed", "false");
            chip.put(state, button);
            chips.add(button);
        }
        return chips;
    }

    private <T> Select<T> select(String label, List<T> choices, Function<T, String> key) {
        var select = new Select<T>();
        select.setAriaLabel(getTranslation(label));
        select.setItems(choices);
        select.setItemLabelGenerator(choice -> getTranslation(key.apply(choice)));
        select.setValue(choices.getFirst());
        return select;
    }

    private Component fold() {
        fold.setText(getTranslation("inbox.filters"));
        fold.setIcon(hidden(VaadinIcon.FILTER.create()));
        fold.addClassName("inbox-fold");
        fold.getElement().setAttribute("aria-expanded", "false");
        fold.getElement().setAttribute("aria-controls", "inbox-folding");
        fold.addClickListener(click -> {
            boolean open = !folding.hasClassName("inbox-open");
            folding.setClassName("inbox-open", open);
            fold.getElement().setAttribute("aria-expanded", String.valueOf(open));
        });
        return fold;
    }

    private void change(InboxFilter wanted) {
        if (quiet) {
            return;
        }
        filter = wanted;
        chip.forEach((state, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(state == wanted.state())));
        changed.accept(wanted);
    }

    private static Component hidden(Component icon) {
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
