package org.bihuan.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The working hours of a unit, or those of all units without their own; for administrators. */
public final class HoursEditor extends Div {

    private final CalendarAdministration administration;
    private final TimePicker morningStart = field("calendar.hours.morningStart");
    private final TimePicker morningEnd = field("calendar.hours.morningEnd");
    private final TimePicker afternoonStart = field("calendar.hours.afternoonStart");
    private final TimePicker afternoonEnd = field("calendar.hours.afternoonEnd");
    private final Div result = new Div();
    private final Button follow = new Button(getTranslation("calendar.hours.follow"), click -> follow());
    private final @Nullable Long unitId;

    /**
     * @param unitId the unit; empty for all units without their own hours
     */
    public HoursEditor(CalendarAdministration administration, @Nullable Long unitId) {
        this.administration = administration;
        this.unitId = unitId;
        Optional<WorkingHours> own = unitId == null ? Optional.empty() : administration.hours(unitId);
        WorkingHours hours = own.orElseGet(administration::defaultHours);
        follow.setVisible(own.isPresent());
        morningStart.setValue(hours.morningStart());
        morningEnd.setValue(hours.morningEnd());
        afternoonStart.setValue(hours.afternoonStart());
        afternoonEnd.setValue(hours.afternoonEnd());
        Div fields = new Div(morningStart, morningEnd, afternoonStart, afternoonEnd);
        fields.addClassName("bihuan-calendar-hours");
        Button save = new Button(getTranslation("calendar.hours.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        result.getElement().setAttribute("role", "status");
        add(
                new Paragraph(getTranslation(unitId == null ? "calendar.hours.help" : "calendar.hours.helpUnit")),
                fields,
                save,
                follow,
                result);
    }

    private TimePicker field(String label) {
        TimePicker field = new TimePicker(getTranslation(label));
        field.setStep(Duration.ofMinutes(30));
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }

    private void save() {
        result.removeAll();
        result.setClassName("");
        // A day without a break ends its morning where its afternoon starts, so those two may be the same.
        boolean complete = List.of(
                        check(morningStart, null, false),
                        check(morningEnd, morningStart.getValue(), false),
                        check(afternoonStart, morningEnd.getValue(), true),
                        check(afternoonEnd, afternoonStart.getValue(), false))
                .stream()
                .allMatch(Boolean::booleanValue);
        if (complete) {
            set(new WorkingHours(
                    morningStart.getValue(),
                    morningEnd.getValue(),
                    afternoonStart.getValue(),
                    afternoonEnd.getValue()));
            tell("calendar.hours.saved");
        }
    }

    private void set(WorkingHours hours) {
        if (unitId == null) {
            administration.setDefaultHours(hours);
        } else {
            administration.setHours(unitId, hours);
            follow.setVisible(true);
        }
    }

    private void follow() {
        if (unitId != null) {
            administration.removeHours(unitId);
            follow.setVisible(false);
            result.removeAll();
            tell("calendar.hours.followed");
        }
    }

    private void tell(String key) {
        result.add(VaadinIcon.CHECK_CIRCLE.create(), new Span(getTranslation(key)));
        result.addClassNames("bihuan-message", "bihuan-message-success", "bihuan-calendar-message");
    }

    private boolean check(TimePicker field, @Nullable LocalTime before, boolean sameAllowed) {
        LocalTime time = field.getValue();
        if (time == null) {
            return refuse(field, getTranslation("calendar.hours.missing"));
        }
        if (before != null && (time.isBefore(before) || !sameAllowed && time.equals(before))) {
            return refuse(field, getTranslation("calendar.hours.order", before));
        }
        field.setInvalid(false);
        return true;
    }

    private static boolean refuse(TimePicker field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        return false;
    }
}
