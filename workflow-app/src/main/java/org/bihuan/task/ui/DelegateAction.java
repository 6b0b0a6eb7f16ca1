package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Objects;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.Delegating;
import org.bihuan.task.Transfer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 委派. */
@Component
@Order(40)
class DelegateAction implements TaskAction {

    private final Delegating delegating;
    private final Transfer transfer;
    private final Idempotency idempotency;

    DelegateAction(Delegating delegating, Transfer transfer, Idempotency idempotency) {
        this.delegating = delegating;
        this.transfer = transfer;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return "task.delegate";
    }

    @Override
    public boolean offered(Subject subject) {
        InboxTask task = subject.task();
        return subject.held() && task != null && task.ownerId() == null;
    }

    @Override
    public void open(Subject subject, Runnable done) {
        String taskId = Objects.requireNonNull(subject.task()).taskId();
        var receiver = new ReceiverField(transfer.receivers(taskId));
        TextArea words = TaskDialog.words("task.delegate.words", true);
        new TaskDialog(idempotency, key(), subject)
                .with(new Paragraph(UI.getCurrent().getTranslation("task.delegate.text")), receiver, words)
                .open(
                        key(),
                        () -> receiver.chosen() & TaskDialog.filled(words),
                        () -> List.of(key(), taskId, receiver.staffId(), words.getValue()),
                        () -> delegating.delegate(taskId, receiver.staffId(), words.getValue()),
                        done);
    }
}
