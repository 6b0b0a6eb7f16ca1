package org.bihuan.trace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import java.util.Locale;
import org.bihuan.casefile.CaseNumber;
import org.jspecify.annotations.Nullable;

/** The same head on every case page: number, title, status, clock, who holds it. */
public final class CaseHead extends Composite<Div> {

    private static final int COPIED_SHOWN_MILLIS = 3000;

    private final Span status = new Span();
    private final Div deadline = new Div();
    private final Span holder = new Span();
    private final Div second = new Div();

    /** The colours of a status; the words say it as well. */
    public enum Tone {
        /** Somebody has to do something. */
        OPEN,
        /** Waits for somebody outside, such as the resident. */
        WAITING,
        /** Ended as it should. */
        DONE,
        /** Ended before its time. */
        DROPPED
    }

    public CaseHead(CaseNumber number, String title) {
        status.addClassName("trace-head-status");
        deadline.addClassName("trace-head-deadline");
        holder.addClassName("trace-head-holder");
        var heading = new H1(title);
        var first = new Div(number(number), heading, status);
        first.addClassName("trace-head-first");
        second.add(deadline, holder);
        second.addClassName("trace-head-second");
        getContent().addClassName("trace-head");
        getContent().add(first, second);
        setHolder(null);
        status.setVisible(false);
    }

    /** Shows where the case is; {@code words} are already in the reader's language. */
    public void setStatus(String words, Tone tone) {
        status.setVisible(true);
        status.setText(words);
        for (Tone each : Tone.values()) {
            status.setClassName("trace-tone-" + each.name().toLowerCase(Locale.ROOT), each == tone);
        }
    }

    /** Shows the clock of the case, or none when nothing runs. */
    public void setDeadline(@Nullable Component badge) {
        deadline.removeAll();
        deadline.setVisible(badge != null);
        if (badge != null) {
            deadline.add(badge);
        }
    }

    /** Shows who has to act now, for example "网格员 王小明"; nobody when the case has ended. */
    public void setHolder(@Nullable String words) {
        holder.setVisible(words != null);
        holder.setText(words == null ? "" : getTranslation("trace.head.holder", words));
    }

    /** Shows what can be done with the case as a whole. */
    public void setActions(Component actions) {
        second.add(actions);
    }

    private Component number(CaseNumber number) {
        var text = new Span(number.value());
        text.addClassName("trace-head-number");
        var copy = new Button(getTranslation("trace.head.copy"), VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        copy.setAriaLabel(getTranslation("trace.head.copy.label", number.value()));
        Clipboard.onClick(copy)
                .writeText(
                        number.value(), written -> tell("trace.head.copied"), error -> tell("trace.head.copy.failed"));
        var both = new Span(text, copy);
        both.addClassName("trace-head-copy");
        return both;
    }

    private void tell(String key) {
        Notification.show(getTranslation(key), COPIED_SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
