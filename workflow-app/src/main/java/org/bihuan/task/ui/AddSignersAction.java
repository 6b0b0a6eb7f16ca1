package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.Colleague;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.StaffPicker;
import org.bihuan.org.StaffService;
import org.bihuan.task.Signer;
import org.bihuan.task.SignerPlace;
import org.bihuan.task.Signers;
import org.bihuan.task.Signing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 加签. */
@Component
@Order(40)
class AddSignersAction implements TaskAction {

    private static final String NAME = "task.action.addSigners";

    private final Signers signers;
    private final Signing signing;
    private final StaffService staff;
    private final CurrentUser user;
    private final Idempotency idempotency;

    AddSignersAction(Signers signers, Signing signing, StaffService staff, CurrentUser user, Idempotency idempotency) {
        this.signers = signers;
        this.signing = signing;
        this.staff = staff;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public boolean offered(Subject subject) {
        InboxTask task = subject.task();
        return task != null
                && (task.isJoint()
                        ? signing.open(subject.number()).stream()
                                .anyMatch(signer -> signer.taskId().equals(task.taskId()))
                        : subject.mine());
    }

    @Override
    public void open(Subject subject, Runnable done) {
        UI ui = UI.getCurrent();
        String taskId = Objects.requireNonNull(subject.task()).taskId();
        var place = new RadioButtonGroup<SignerPlace>(ui.getTranslation(NAME + ".place"));
        place.setItems(SignerPlace.BEFORE, SignerPlace.BESIDE, SignerPlace.AFTER);
        place.setItemLabelGenerator(one -> ui.getTranslation(NAME + ".place." + one));
        place.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        place.setValue(SignerPlace.BEFORE);
        MultiSelectComboBox<Colleague> people =
                StaffPicker.several(staff, ui.getTranslation(NAME + ".people"), without(taskId));
        people.setRequiredIndicatorVisible(true);
        people.setErrorMessage(ui.getTranslation(NAME + ".people.missing"));
        TextArea note = TaskDialog.words(NAME + ".note", false);
        new TaskDialog(idempotency, NAME, subject)
                .with(place, people, note)
                .open(
                        NAME,
                        () -> {
                            people.setInvalid(people.isEmpty());
                            return !people.isEmpty();
                        },
                        () -> List.of(NAME, taskId, place.getValue(), ids(people), note.getValue()),
                        () -> signers.add(taskId, place.getValue(), ids(people), note.getValue()),
                        done);
    }

    private Set<Long> without(String taskId) {
        Set<Long> without = new HashSet<>();
        without.add(user.require().id());
        signing.ledger(taskId).stream()
                .filter(signer -> signer.state().isOpen())
                .map(Signer::staffId)
                .forEach(without::add);
        return without;
    }

    private static List<Long> ids(MultiSelectComboBox<Colleague> people) {
        return people.getValue().stream().map(Colleague::staffId).toList();
    }
}
