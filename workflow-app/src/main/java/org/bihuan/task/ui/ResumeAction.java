package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.bihuan.calendar.DateFormats;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.task.Suspension;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 恢复 in the bar of a case at rest. */
@Component
@Order(520)
class ResumeAction implements TaskAction {

    private static final String NAME = "task.resume";

    private final Suspension suspension;
    private final Idempotency idempotency;

    ResumeAction(Suspension suspension, Idempotency idempotency) {
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
                && suspension.current(subject.number()).isPresent();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        var dialog = new TaskDialog(idempotency, NAME, subject);
        TextArea note = TaskDialog.words("task.resume.note", false);
        suspension
                .current(subject.number())
                .ifPresent(rest -> dialog.with(new Paragraph(dialog.getTranslation(
                        "task.resume.why",
                        DateFormats.dateTime(rest.suspendedAt(), UI.getCurrent().getLocale()),
                        rest.reason()))));
        dialog.with(new Paragraph(dialog.getTranslation("task.resume.help")), note)
                .open(
                        NAME,
                        () -> true,
                        () -> List.of("resume", subject.number(), note.getValue()),
                        () -> suspension.resume(subject.number(), note.getValue()),
                        done);
    }
}
