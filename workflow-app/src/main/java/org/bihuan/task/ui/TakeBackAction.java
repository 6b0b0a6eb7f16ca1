package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.task.TakingBack;
import org.bihuan.task.TakingBack.OwnStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 撤回: offered while one of the reader's own steps can still be taken back. */
@Component
@Order(21)
class TakeBackAction implements TaskAction {

    private final TakingBack takingBack;
    private final Idempotency idempotency;

    TakeBackAction(TakingBack takingBack, Idempotency idempotency) {
        this.takingBack = takingBack;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return "task.takeBack";
    }

    @Override
    public boolean offered(Subject subject) {
        return !takingBack.mine(subject.number()).isEmpty();
    }

    @Override
    public void open(Subject subject, Runnable done) {
        var steps = new ArrayList<OwnStep>();
        if (!Attempts.attempt(null, () -> steps.addAll(takingBack.mine(subject.number())))) {
            return;
        }
        UI ui = UI.getCurrent();
        if (steps.isEmpty()) {
            Attempts.refused(ui.getTranslation("task.takeBack.none"));
            return;
        }
        var step = new RadioButtonGroup<OwnStep>(ui.getTranslation("task.takeBack.step"));
        step.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        step.setItems(steps);
        step.setItemLabelGenerator(own ->
                StepWords.name(subject.family(), own.taskKey(), own.name()) + " · " + StepWords.when(own.doneAt()));
        step.setValue(steps.getFirst());
        var reason = TaskDialog.words("task.takeBack.reason", true);
        new TaskDialog(idempotency, key(), subject)
                .with(StepWords.hint("task.takeBack.hint"), step, reason)
                .open(
                        key(),
                        () -> TaskDialog.filled(reason),
                        () -> List.of(
                                key(), subject.number().value(), step.getValue().id(), reason.getValue()),
                        () -> takingBack.takeBack(
                                subject.number(), step.getValue().id(), reason.getValue()),
                        done);
    }
}
