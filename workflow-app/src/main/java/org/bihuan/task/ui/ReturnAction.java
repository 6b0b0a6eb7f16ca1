package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.task.Returning;
import org.bihuan.task.Returning.Target;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 退回: asks to which step, the nearest one chosen already, and why. */
@Component
@Order(20)
class ReturnAction implements TaskAction {

    private final Returning returning;
    private final Idempotency idempotency;

    ReturnAction(Returning returning, Idempotency idempotency) {
        this.returning = returning;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return "task.return";
    }

    @Override
    public boolean offered(Subject subject) {
        return subject.task() != null
                && subject.mine()
                && !returning.targets(subject.task().taskId()).isEmpty();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        String taskId = Objects.requireNonNull(subject.task()).taskId();
        var targets = new ArrayList<Target>();
        if (!Attempts.attempt(null, () -> targets.addAll(returning.targets(taskId)))) {
            return;
        }
        UI ui = UI.getCurrent();
        if (targets.isEmpty()) {
            Attempts.refused(ui.getTranslation("task.return.none"));
            return;
        }
        var to = new RadioButtonGroup<Target>(ui.getTranslation("task.return.to"));
        to.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        to.setItems(targets);
        to.setItemLabelGenerator(target -> words(subject.family(), target));
        to.setValue(targets.getFirst());
        var reason = TaskDialog.words("task.return.reason", true);
        new TaskDialog(idempotency, key(), subject)
                .with(StepWords.hint("task.return.hint"), to, reason)
                .open(
                        key(),
                        () -> TaskDialog.filled(reason),
                        () -> List.of(key(), taskId, to.getValue().taskKey(), reason.getValue()),
                        () -> returning.to(taskId, to.getValue().taskKey(), reason.getValue()),
                        done);
    }

    private static String words(String family, Target target) {
        UI ui = UI.getCurrent();
        var words = new ArrayList<String>();
        words.add(StepWords.name(family, target.taskKey(), target.name()));
        if (target.previous()) {
            words.add(ui.getTranslation("task.return.previous"));
        }
        if (target.starters()) {
            words.add(ui.getTranslation("task.return.starter"));
        }
        words.add(target.doneBy() + " " + StepWords.when(target.doneAt()));
        return String.join(" · ", words);
    }
}
