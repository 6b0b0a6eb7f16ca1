package org.bihuan.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.WorkingHours;
import org.jspecify.annotations.Nullable;

/** The default working hours. */
final class HoursSection extends Section {

    private final CalendarAdministration administration;
    private final TimePicker morningStart = field("calendar.hours.morningStart");
    private final TimePicker morningEnd = field("calendar.hours.morningEnd");
    private final TimePicker afternoonStart = field("calendar.hours.afternoonStart");
    private final TimePicker afternoonEnd = field("calendar.hours.afternoonEnd");
    private final Div result = new Div();

    HoursSection(CalendarAdministration administration) {
        this.administration = administration;
        WorkingHours hours = administration.defaultHours();
        morningStart.setValue(hours.morningStart());
        morningEnd.setValue(hours.morningEnd());
        afternoonStart.setValue(hours.afternoonStart());
        afternoonEnd.setValue(hours.afternoonEnd());
        Div fields = new Div(morningStart, morningEnd, afternoonStart, afternoonEnd);
        fields.addClassName("bihuan-calendar-hours");
        Button save = new Button(getTranslation("calendar.hours.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        result.getElement().setAttribute("role", "status");
        addClassName("bihuan-card");
        add(
                new H2(getTranslation("calendar.hours.title")),
                new Paragraph(getTranslation("calendar.hours.help")),
                fields,
                save,
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
            administration.setDefaultHours(new WorkingHours(
                    morningStart.getValue(),
                    morningEnd.getValue(),
                    afternoonStart.getValue(),
                    afternoonEnd.getValue()));
            result.add(VaadinIcon.CHECK_CIRCLE.create(), new Span(getTranslation("calendar.hours.saved")));
            result.addClassNames("bihuan-message", "bihuan-message-success", "bihuan-calendar-message");
        }
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
