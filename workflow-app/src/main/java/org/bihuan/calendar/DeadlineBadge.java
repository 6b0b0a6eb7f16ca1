package org.bihuan.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A deadline with colour, icon and words together, so that nobody depends on the colour. */
public final class DeadlineBadge extends Span {

    private final Icon icon = new Icon();

    private final Span meaning = new Span();

    private final Span text = new Span();

    /**
     * Shows a deadline.
     *
     * @param words from {@link DueWords#words}
     */
    public DeadlineBadge(DeadlineState state, String words) {
        addClassName("bihuan-deadline");
        icon.getElement().setAttribute("aria-hidden", "true");
        // Said by screen readers; eyes see the icon.
        meaning.addClassName("bihuan-visually-hidden");
        text.addClassName("bihuan-deadline-text");
        add(icon, meaning, text);
        show(state, words);
    }

    /**
     * Offers to tell how the deadline came about.
     *
     * @param lines in the reader's language, see {@link ReckonedWords}; asked when somebody wants to know
     */
    public void explain(Supplier<List<String>> lines) {
        var how = new Button(
                getTranslation("calendar.reckoned.how"),
                click -> reckoning(lines.get()).open());
        how.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        how.addClassName("bihuan-deadline-how");
        add(how);
    }

    private Dialog reckoning(List<String> lines) {
        var list = new OrderedList();
        list.addClassName("bihuan-reckoning");
        lines.forEach(line -> list.add(new ListItem(line)));
        var dialog = new Dialog(getTranslation("calendar.reckoned.title"), list);
        dialog.setMaxWidth("100%");
        dialog.getFooter().add(new Button(getTranslation("calendar.reckoned.close"), click -> dialog.close()));
        return dialog;
    }

    /** Shows that the clock stands still, whatever the deadline was. */
    public void rest(String words) {
        for (DeadlineState state : DeadlineState.values()) {
            removeClassName("bihuan-deadline-" + state.name().toLowerCase(Locale.ROOT));
        }
        addClassName("bihuan-deadline-resting");
        icon.setIcon(VaadinIcon.PAUSE);
        meaning.setText("");
        text.setText(words);
    }

    /** Changes what is shown, for pages that stay open. */
    public void show(DeadlineState state, String words) {
        removeClassName("bihuan-deadline-resting");
        for (DeadlineState other : DeadlineState.values()) {
            setClassName("bihuan-deadline-" + other.name().toLowerCase(Locale.ROOT), other == state);
        }
        icon.setIcon(
                switch (state) {
                    case GREEN -> VaadinIcon.CLOCK;
                    case YELLOW -> VaadinIcon.HOURGLASS_END;
                    case RED -> VaadinIcon.EXCLAMATION_CIRCLE;
                });
        meaning.setText(getTranslation("calendar.state." + state));
        text.setText(words);
    }
}
