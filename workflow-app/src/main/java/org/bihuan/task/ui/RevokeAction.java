package org.bihuan.task.ui;

import java.util.List;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.task.Revoking;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 撤销: says what it does before it asks why. */
@Component
@Order(22)
class RevokeAction implements TaskAction {

    private final Revoking revoking;
    private final Idempotency idempotency;

    RevokeAction(Revoking revoking, Idempotency idempotency) {
        this.revoking = revoking;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return "task.revoke";
    }

    @Override
    public boolean offered(Subject subject) {
        return revoking.hinders(subject.number()).isEmpty();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        var reason = TaskDialog.words("task.revoke.reason", true);
        new TaskDialog(idempotency, key(), subject)
                .with(StepWords.hint("task.revoke.hint"), reason)
                .open(
                        key(),
                        () -> TaskDialog.filled(reason),
                        () -> List.of(key(), subject.number().value(), reason.getValue()),
                        () -> revoking.revoke(subject.number(), reason.getValue()),
                        done);
    }
}
