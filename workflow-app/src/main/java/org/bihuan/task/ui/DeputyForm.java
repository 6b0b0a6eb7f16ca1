package org.bihuan.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.org.Colleague;
import org.bihuan.org.DayPicker;
import org.bihuan.org.Deputies;
import org.bihuan.org.RefusedException;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;

/** Appoints deputies; a refusal stands above the button and loses nothing that was entered. */
final class DeputyForm extends Section {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final transient Deputies deputies;
    private final transient Rights rights;
    private final transient Runnable done;
    private final ComboBox<Colleague> absent = new ComboBox<>();
    private final MultiSelectComboBox<Colleague> who = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> families = new MultiSelectComboBox<>();
    private final DayPicker from;
    private final DayPicker to;
    private final TextField reason = new TextField();
    private final Paragraph error = new Paragraph();
    private final SendKeyField key;

    DeputyForm(
            Deputies deputies, List<String> words, Rights rights, Idempotency idempotency, Clock clock, Runnable done) {
        this.deputies = deputies;
        this.rights = rights;
        this.done = done;
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        key = new SendKeyField(idempotency, "deputy.appoint");
        absent.setLabel(getTranslation("deputy.absent"));
        absent.setHelperText(getTranslation("deputy.absent.help"));
        absent.setClearButtonVisible(true);
        absent.setItemLabelGenerator(this::words);
        absent.setItems(query ->
                deputies.colleagues(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        absent.setWidthFull();
        absent.setVisible(rights.may(Verb.DEPUTY_APPOINT_FOR));
        who.setLabel(getTranslation("deputy.who"));
        who.setHelperText(getTranslation("deputy.who.help"));
        who.setRequiredIndicatorVisible(true);
        who.setItemLabelGenerator(this::words);
        who.setItems(query ->
                deputies.colleagues(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        families.setLabel(getTranslation("deputy.families"));
        families.setHelperText(getTranslation("deputy.families.help"));
        families.setPlaceholder(getTranslation("deputy.families.all"));
        families.setItems(words);
        families.setItemLabelGenerator(word -> getTranslation("family." + word));
        from = day("deputy.from", today, today);
        to = day("deputy.to", today, today);
        reason.setLabel(getTranslation("deputy.reason"));
        reason.setMaxLength(Deputies.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        who.setWidthFull();
        families.setWidthFull();
        error.addClassNames("bihuan-message", "bihuan-message-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        var send = new Button(getTranslation("deputy.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClassName("bihuan-primary");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                send();
            } finally {
                send.setEnabled(true);
            }
        });
        var days = new Div(from, to);
        days.addClassName("deputy-days");
        var actions = new Div(send);
        actions.addClassName("bihuan-actions");
        add(new H2(getTranslation("deputy.send")), absent, who, families, days, reason, error, actions, key);
        addClassName("bihuan-card");
    }

    private static DayPicker day(String label, LocalDate value, LocalDate earliest) {
        var day = new DayPicker("");
        day.setLabel(day.getTranslation(label));
        day.setValue(value);
        day.setMin(earliest);
        day.setRequiredIndicatorVisible(true);
        return day;
    }

    private String words(Colleague one) {
        return one.name() + " · " + getTranslation("org.role." + one.role()) + " · " + one.unitName();
    }

    private void send() {
        error.setVisible(false);
        if (!filled()) {
            return;
        }
        List<Long> ids =
                who.getValue().stream().map(Colleague::staffId).sorted().toList();
        List<String> some = families.getValue().stream().sorted().toList();
        try {
            boolean sent = Attempts.send(
                    key,
                    List.of(
                            "deputy.appoint",
                            absent.isEmpty() ? 0 : absent.getValue().staffId(),
                            ids,
                            some,
                            from.getValue(),
                            to.getValue(),
                            reason.getValue()),
                    "deputy.done",
                    () -> appoint(ids));
            if (sent) {
                done.run();
            }
        } catch (RefusedException e) {
            error.setText(getTranslation(e.messageKey(), e.detail()));
            error.setVisible(true);
        }
    }

    private void appoint(List<Long> ids) {
        Set<String> some = families.getValue();
        if (absent.isEmpty()) {
            deputies.appoint(ids, some, from.getValue(), to.getValue(), reason.getValue());
        } else {
            deputies.appointFor(
                    absent.getValue().staffId(), ids, some, from.getValue(), to.getValue(), reason.getValue());
        }
    }

    private boolean filled() {
        boolean foreign = !absent.isEmpty()
                && !rights.may(Verb.DEPUTY_APPOINT_FOR, absent.getValue().staffId());
        absent.setErrorMessage(getTranslation("handover.person.notYours"));
        absent.setInvalid(foreign);
        who.setErrorMessage(getTranslation("org.refused.DEPUTY_NOBODY"));
        who.setInvalid(who.isEmpty());
        reason.setErrorMessage(getTranslation("deputy.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        boolean days = from.getValue() != null && to.getValue() != null && !from.isInvalid() && !to.isInvalid();
        if (from.getValue() == null) {
            from.setInvalid(true);
        }
        if (to.getValue() == null) {
            to.setInvalid(true);
        }
        return days && !foreign && !who.isInvalid() && !reason.isInvalid();
    }
}
