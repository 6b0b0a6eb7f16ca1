package org.bihuan.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.Urging;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 催办 in the bar: asks those who have the task, or all tasks of the case, to hurry. */
@Component
@Order(710)
class UrgeAction implements TaskAction {

    private static final String NAME = "task.urge";

    private final Urging urging;
    private final InboxService inbox;
    private final Idempotency idempotency;

    UrgeAction(Urging urging, InboxService inbox, Idempotency idempotency) {
        this.urging = urging;
        this.inbox = inbox;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public boolean offered(Subject subject) {
        return !subject.mine()
                && urging.may(subject.number())
                && (subject.task() != null || !inbox.tasks(subject.number()).isEmpty());
    }

    @Override
    public void open(Subject subject, Runnable done) {
        TextArea words = TaskDialog.words("task.urge.words", false);
        InboxTask task = subject.task();
        var dialog = new TaskDialog(idempotency, NAME, subject);
        dialog.with(new Paragraph(dialog.getTranslation("task.urge.help")), words)
                .open(
                        NAME,
                        () -> true,
                        () -> List.of("urge", subject.number(), task == null ? "" : task.taskId(), words.getValue()),
                        () -> {
                            if (task == null) {
                                urging.urgeCase(subject.number(), words.getValue());
                            } else {
                                urging.urge(task.taskId(), words.getValue());
                            }
                        },
                        done);
    }
}
