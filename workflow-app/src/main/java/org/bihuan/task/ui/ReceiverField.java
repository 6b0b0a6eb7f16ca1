package org.bihuan.task.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.bihuan.task.Receiver;

/** Chooses one of those who may be given a task, each with role and unit. */
final class ReceiverField extends ComboBox<Receiver> {

    ReceiverField(List<Receiver> receivers) {
        super();
        setLabel(getTranslation("task.receiver"));
        setItems(receivers);
        setItemLabelGenerator(receiver -> receiver.person().name() + " · "
                + getTranslation("org.role." + receiver.post().role()) + " · "
                + receiver.post().unitName());
        setWidthFull();
        setRequiredIndicatorVisible(true);
        if (receivers.isEmpty()) {
            setHelperText(getTranslation("task.receiver.none"));
        }
    }

    /** Whether somebody is chosen; says so beside the field when nobody is. */
    boolean chosen() {
        setErrorMessage(getTranslation("task.receiver.missing"));
        setInvalid(isEmpty());
        if (isEmpty()) {
            focus();
        }
        return !isEmpty();
    }

    long staffId() {
        return getValue().person().id();
    }
}
