package org.bihuan.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.calendar.DateFormats;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.org.MomentPicker;
import org.bihuan.task.Rest.Kind;
import org.bihuan.task.Suspension;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 挂起 in the bar. */
@Component
@Order(510)
class SuspendAction implements TaskAction {

    private static final String NAME = "task.suspend";

    private final Suspension suspension;
    private final Idempotency idempotency;

    SuspendAction(Suspension suspension, Idempotency idempotency) {
        this.suspension = suspension;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public boolean offered(Subject subject) {
        return suspension.may(subject.number())
                && suspension.current(subject.number()).isEmpty();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        var dialog = new TaskDialog(idempotency, NAME, subject);
        var kind = new RadioButtonGroup<Kind>(dialog.getTranslation("task.suspend.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> dialog.getTranslation("task.suspend.kind." + one));
        kind.setValue(Kind.RESTING);
        TextArea reason = TaskDialog.words("task.suspend.reason", true);
        var until = new MomentPicker(dialog.getTranslation("task.suspend.until"), Duration.ofMinutes(30));
        until.setHelperText(dialog.getTranslation("task.suspend.until.help"));
        dialog.with(new Paragraph(dialog.getTranslation("task.suspend.help")), kind, reason, until)
                .open(
                        NAME,
                        () -> TaskDialog.filled(reason),
                        () -> List.of(
                                "suspend",
                                subject.number(),
                                kind.getValue(),
                                reason.getValue(),
                                Optional.ofNullable(moment(until))
                                        .map(Instant::toString)
                                        .orElse("")),
                        () -> suspension.suspend(subject.number(), kind.getValue(), reason.getValue(), moment(until)),
                        done);
    }

    private static @Nullable Instant moment(MomentPicker picker) {
        return picker.getValue() == null
                ? null
                : picker.getValue().atZone(DateFormats.ZONE).toInstant();
    }
}
