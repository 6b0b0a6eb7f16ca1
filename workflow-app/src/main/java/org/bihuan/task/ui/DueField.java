package org.bihuan.task.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.ReckonedWords;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.org.MomentPicker;

/** Asks for a new deadline, as a term in working time or as a moment, and tells at once how it is reckoned. */
final class DueField extends Composite<Div> {

    /** How the deadline is written. */
    enum Way {
        WORKING_DAYS,
        WORKING_HOURS,
        MOMENT
    }

    private static final int MOST = 99;

    private final transient WorkingCalendar calendar;
    private final Instant from;
    private final transient List<Long> unitsNearestFirst;
    private final Select<Way> way = new Select<>();
    private final IntegerField amount = new IntegerField();
    private final MomentPicker moment = new MomentPicker("", Duration.ofMinutes(10));
    private final OrderedList reckoning = new OrderedList();

    /**
     * @param from when a term begins
     * @param proposed a moment to begin with; empty for two working days
     */
    DueField(WorkingCalendar calendar, Instant from, Optional<Instant> proposed, List<Long> unitsNearestFirst) {
        this.calendar = calendar;
        this.from = from;
        this.unitsNearestFirst = unitsNearestFirst;
        way.setLabel(getTranslation("task.due.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(one -> getTranslation("task.due.way." + one));
        way.setValue(proposed.isPresent() ? Way.MOMENT : Way.WORKING_DAYS);
        way.addValueChangeListener(change -> show());
        amount.setLabel(getTranslation("task.due.amount"));
        amount.setMin(1);
        amount.setMax(MOST);
        amount.setStepButtonsVisible(true);
        amount.setValue(2);
        amount.setValueChangeMode(ValueChangeMode.LAZY);
        amount.addValueChangeListener(change -> show());
        moment.setLabel(getTranslation("task.due.moment"));
        proposed.ifPresent(instant -> moment.setValue(LocalDateTime.ofInstant(instant, DateFormats.ZONE)));
        moment.addValueChangeListener(change -> show());
        reckoning.addClassName("bihuan-reckoning");
        reckoning.getElement().setAttribute("aria-live", "polite");
        var fields = new Div(way, amount, moment);
        fields.addClassName("task-due-fields");
        getContent().addClassName("task-due");
        getContent().add(fields, reckoning);
        show();
    }

    /** The deadline; empty while it is not filled in, which is said beside the field. */
    Optional<Instant> value() {
        Optional<Instant> due = due();
        amount.setErrorMessage(getTranslation("task.due.amount.error", MOST));
        amount.setInvalid(way.getValue() != Way.MOMENT && due.isEmpty());
        moment.setErrorMessage(getTranslation("task.dialog.required"));
        moment.setInvalid(way.getValue() == Way.MOMENT && due.isEmpty());
        return due;
    }

    private Optional<Instant> due() {
        return way.getValue() == Way.MOMENT
                ? Optional.ofNullable(moment.getValue())
                        .map(local -> local.atZone(DateFormats.ZONE).toInstant())
                : term().map(term -> calendar.after(from, term, unitsNearestFirst));
    }

    private Optional<Term> term() {
        Integer number = amount.getValue();
        return number == null || number < 1 || number > MOST
                ? Optional.empty()
                : Optional.of(new Term(number, Term.Unit.valueOf(way.getValue().name())));
    }

    private void show() {
        boolean byMoment = way.getValue() == Way.MOMENT;
        amount.setVisible(!byMoment);
        moment.setVisible(byMoment);
        reckoning.removeAll();
        if (!byMoment) {
            term().map(term -> calendar.explained(from, term, unitsNearestFirst))
                    .map(explained -> ReckonedWords.lines(explained, getLocale()))
                    .ifPresent(lines -> lines.forEach(line -> reckoning.add(new ListItem(line))));
        }
        reckoning.setVisible(reckoning.getComponentCount() > 0);
    }
}
