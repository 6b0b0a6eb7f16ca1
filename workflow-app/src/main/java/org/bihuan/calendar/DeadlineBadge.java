package org.bihuan.calendar;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

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

    /** Changes what is shown, for pages that stay open. */
    public void show(DeadlineState state, String words) {
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
