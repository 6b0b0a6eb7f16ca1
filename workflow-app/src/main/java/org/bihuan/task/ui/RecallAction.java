package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.task.Delegating;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 收回委派. */
@Component
@Order(6)
class RecallAction implements TaskAction {

    private final Delegating delegating;
    private final StaffService staff;
    private final CurrentUser user;
    private final Idempotency idempotency;

    RecallAction(Delegating delegating, StaffService staff, CurrentUser user, Idempotency idempotency) {
        this.delegating = delegating;
        this.staff = staff;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return "task.recall";
    }

    @Override
    public boolean offered(Subject subject) {
        InboxTask task = subject.task();
        Long owner = task == null ? null : task.ownerId();
        return owner != null && user.staffId().filter(owner::equals).isPresent();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        InboxTask task = Objects.requireNonNull(subject.task());
        String delegate = task.assigneeId() == null
                ? ""
                : staff.find(task.assigneeId()).map(Staff::name).orElse("");
        new TaskDialog(idempotency, key(), subject)
                .with(new Paragraph(UI.getCurrent().getTranslation("task.recall.text", delegate)))
                .open(
                        key(),
                        () -> true,
                        () -> List.of(key(), task.taskId()),
                        () -> delegating.recall(task.taskId()),
                        done);
    }
}
