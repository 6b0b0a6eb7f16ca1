package org.bihuan.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.task.Escalated;
import org.bihuan.task.Escalation;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 知悉 in the bar: the superior takes note of the lateness that his posts were told. */
@Component
@Order(540)
class AcknowledgeAction implements TaskAction {

    private static final String NAME = "task.acknowledge";

    private final Escalation escalation;
    private final Idempotency idempotency;

    AcknowledgeAction(Escalation escalation, Idempotency idempotency) {
        this.escalation = escalation;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public boolean offered(Subject subject) {
        return !escalation.waiting(subject.number()).isEmpty();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        var dialog = new TaskDialog(idempotency, NAME, subject);
        TextArea note = TaskDialog.words("task.acknowledge.note", false);
        List<Long> waiting =
                escalation.waiting(subject.number()).stream().map(Escalated::id).toList();
        dialog.with(new Paragraph(dialog.getTranslation("task.acknowledge.help")), note)
                .open(
                        NAME,
                        () -> true,
                        () -> List.of("acknowledge", waiting, note.getValue()),
                        () -> waiting.forEach(id -> escalation.acknowledge(id, note.getValue())),
                        done);
    }
}
