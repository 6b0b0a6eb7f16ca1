package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Supplier;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.task.ui.TaskAction.Subject;

/** A dialog that asks for what an operation needs, sends it once, and closes when it was done. */
final class TaskDialog extends Dialog {

    private static final int LONGEST = 1000;

    private final Div fields = new Div();
    private final SendKeyField key;

    /**
     * @param name key of the operation's words; below it stand {@code .title}, {@code .send} and {@code .done}
     */
    TaskDialog(Idempotency idempotency, String name, Subject subject) {
        key = new SendKeyField(idempotency, name + "." + subject.number());
        setHeaderTitle(getTranslation(name + ".title"));
        setWidth("28rem");
        setMaxWidth("100%");
        fields.addClassName("task-dialog");
        add(fields, key);
    }

    TaskDialog with(Component... parts) {
        fields.add(parts);
        return this;
    }

    /** A field for words of up to 1,000 characters. */
    static TextArea words(String labelKey, boolean required) {
        var words = new TextArea(UI.getCurrent().getTranslation(labelKey));
        words.setWidthFull();
        words.setMinHeight("6rem");
        words.setMaxLength(LONGEST);
        words.setRequiredIndicatorVisible(required);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        return words;
    }

    /** Whether the field holds something; says so beside it when it must. */
    static boolean filled(TextArea words) {
        boolean filled = !words.getValue().isBlank();
        words.setErrorMessage(UI.getCurrent().getTranslation("task.dialog.required"));
        words.setInvalid(!filled);
        if (!filled) {
            words.focus();
        }
        return filled;
    }

    /**
     * Opens it.
     *
     * @param valid checks the fields and shows what is wrong beside them
     * @param content everything that is sent, the verb first
     */
    void open(String name, Supplier<Boolean> valid, Supplier<List<?>> content, Runnable verb, Runnable done) {
        var send = new Button(getTranslation(name + ".send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                if (valid.get() && Attempts.send(key, content.get(), name + ".done", verb)) {
                    close();
                    done.run();
                }
            } finally {
                send.setEnabled(true);
            }
        });
        var cancel = new Button(getTranslation("task.dialog.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, send);
        open();
    }
}
