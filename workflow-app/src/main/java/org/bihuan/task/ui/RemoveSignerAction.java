package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Objects;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.CurrentUser;
import org.bihuan.task.Signer;
import org.bihuan.task.Signers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 减签. */
@Component
@Order(41)
class RemoveSignerAction implements TaskAction {

    private static final String NAME = "task.action.removeSigner";

    private final Signers signers;
    private final CurrentUser user;
    private final Idempotency idempotency;

    RemoveSignerAction(Signers signers, CurrentUser user, Idempotency idempotency) {
        this.signers = signers;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public boolean offered(Subject subject) {
        return subject.task() != null
                && !signers.removable(subject.task().taskId()).isEmpty();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        UI ui = UI.getCurrent();
        InboxTask task = Objects.requireNonNull(subject.task());
        var who = new Select<Signer>();
        who.setLabel(ui.getTranslation(NAME + ".who"));
        who.setItems(signers.removable(task.taskId()));
        who.setItemLabelGenerator(
                signer -> signer.name() + " · " + ui.getTranslation("task.sign.place." + signer.place()));
        who.setWidthFull();
        who.setRequiredIndicatorVisible(true);
        who.setErrorMessage(ui.getTranslation(NAME + ".who.missing"));
        TextArea reason = TaskDialog.words(NAME + ".reason", true);
        new TaskDialog(idempotency, NAME, subject)
                .with(who, reason)
                .open(
                        NAME,
                        () -> {
                            who.setInvalid(who.isEmpty());
                            return TaskDialog.filled(reason) && !who.isEmpty();
                        },
                        () -> List.of(NAME, who.getValue().id(), reason.getValue()),
                        () -> remove(task, who.getValue(), reason.getValue()),
                        done);
    }

    private void remove(InboxTask task, Signer signer, String reason) {
        boolean own = !task.isJoint()
                || Objects.equals(signer.addedBy(), user.require().id());
        if (own) {
            signers.remove(signer.id(), reason);
        } else {
            signers.dismiss(signer.id(), reason);
        }
    }
}
