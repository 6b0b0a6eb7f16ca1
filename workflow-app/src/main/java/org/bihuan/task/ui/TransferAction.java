package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Objects;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.Transfer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 转办. */
@Component
@Order(30)
class TransferAction implements TaskAction {

    private final Transfer transfer;
    private final Idempotency idempotency;

    TransferAction(Transfer transfer, Idempotency idempotency) {
        this.transfer = transfer;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return "task.transfer";
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
        TextArea reason = TaskDialog.words("task.transfer.reason", true);
        new TaskDialog(idempotency, key(), subject)
                .with(new Paragraph(UI.getCurrent().getTranslation("task.transfer.text")), receiver, reason)
                .open(
                        key(),
                        () -> receiver.chosen() & TaskDialog.filled(reason),
                        () -> List.of(key(), taskId, receiver.staffId(), reason.getValue()),
                        () -> transfer.transfer(taskId, receiver.staffId(), reason.getValue()),
                        done);
    }
}
