package org.bihuan.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.Extension;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 申请延期 in the bar, for the holder of a task. */
@Component
@Order(530)
class ExtensionAction implements TaskAction {

    private static final String NAME = "task.extend";

    private final Extension extension;
    private final WorkingCalendar calendar;
    private final Idempotency idempotency;
    private final Clock clock;

    ExtensionAction(Extension extension, WorkingCalendar calendar, Idempotency idempotency, Clock clock) {
        this.extension = extension;
        this.calendar = calendar;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public boolean offered(Subject subject) {
        return subject.held()
                && subject.task() != null
                && subject.task().suspendedAt() == null
                && !extension.isAsked(subject.number(), subject.task().taskId());
    }

    @Override
    public void open(Subject subject, Runnable done) {
        InboxTask task = Objects.requireNonNull(subject.task());
        Instant now = clock.instant();
        var dialog = new TaskDialog(idempotency, NAME, subject);
        var due = new DueField(
                calendar, now.isAfter(task.dueAt()) ? now : task.dueAt(), Optional.empty(), task.unitsNearestFirst());
        TextArea reason = TaskDialog.words("task.extend.reason", true);
        dialog.with(new Paragraph(dialog.getTranslation("task.extend.help")), due, reason)
                .open(
                        NAME,
                        () -> due.value().isPresent() & TaskDialog.filled(reason),
                        () -> List.of("extend", task.taskId(), due.value().orElseThrow(), reason.getValue()),
                        () -> extension.ask(task.taskId(), due.value().orElseThrow(), reason.getValue()),
                        done);
    }
}
