package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Objects;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.task.Delegating;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 交回: what ends a task that was delegated, so it comes first. */
@Component
@Order(5)
class HandBackAction implements TaskAction {

    private final Delegating delegating;
    private final StaffService staff;
    private final Idempotency idempotency;

    HandBackAction(Delegating delegating, StaffService staff, Idempotency idempotency) {
        this.delegating = delegating;
        this.staff = staff;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return "task.handBack";
    }

    @Override
    public boolean offered(Subject subject) {
        InboxTask task = subject.task();
        return subject.mine() && task != null && task.ownerId() != null;
    }

    @Override
    public void open(Subject subject, Runnable done) {
        InboxTask task = Objects.requireNonNull(subject.task());
        String owner = staff.find(Objects.requireNonNull(task.ownerId()))
                .map(Staff::name)
                .orElse("");
        TextArea opinion = TaskDialog.words("task.handBack.opinion", true);
        new TaskDialog(idempotency, key(), subject)
                .with(new Paragraph(UI.getCurrent().getTranslation("task.handBack.text", owner)), opinion)
                .open(
                        key(),
                        () -> TaskDialog.filled(opinion),
                        () -> List.of(key(), task.taskId(), opinion.getValue()),
                        () -> delegating.handBack(task.taskId(), opinion.getValue()),
                        done);
    }
}
