package org.bihuan.incident.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.bihuan.calendar.DateFormats;
import org.bihuan.incident.IncidentStatus;
import org.jspecify.annotations.Nullable;

/** The way of a case in four steps, the present one marked, the past ones with their dates. */
class ProgressDots extends Composite<OrderedList> {

    /** The four steps that a resident sees. */
    enum Step {
        REPORTED,
        HANDLING,
        CHECKING,
        DONE
    }

    ProgressDots(IncidentStatus status, Function<Step, @Nullable Instant> reachedAt, Locale locale) {
        getContent().addClassName("incident-progress");
        Step present = present(status);
        for (Step step : Step.values()) {
            var item = new ListItem();
            boolean reached = step.ordinal() <= present.ordinal();
            item.addClassName(
                    step == present ? "incident-step-present" : reached ? "incident-step-past" : "incident-step-ahead");
            if (step == present) {
                item.getElement().setAttribute("aria-current", "step");
            }
            var name = new Span(getTranslation("incident.progress." + step));
            name.addClassName("incident-step-name");
            item.add(name);
            Instant at = reached ? reachedAt.apply(step) : null;
            if (at != null) {
                var date = new Span(DateFormats.dateTime(at, locale));
                date.addClassName("incident-step-date");
                item.add(date);
            }
            getContent().add(item);
        }
    }

    private static Step present(IncidentStatus status) {
        return switch (status) {
            case DISPATCHING, ASSIGNED -> Step.REPORTED;
            case IN_PROGRESS -> Step.HANDLING;
            case VERIFYING -> Step.CHECKING;
            case RATING, CLOSED, INVALID, MERGED -> Step.DONE;
        };
    }
}
