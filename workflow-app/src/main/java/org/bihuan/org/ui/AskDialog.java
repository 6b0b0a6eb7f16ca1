package org.bihuan.org.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.bihuan.idempotency.OtherContentException;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.org.RefusedException;

/** Asks for one thing, or just whether; a refusal shows beside the field and leaves the dialog open. */
class AskDialog extends Dialog {

    private final Div body = new Div();

    private final Paragraph error = new Paragraph();

    /** @param key of what this opening of the dialog sends */
    AskDialog(SendKeyField key, String title, Component... contents) {
        setHeaderTitle(title);
        setWidth("min(480px, 100%)");
        body.addClassName("org-dialog");
        body.add(contents);
        error.addClassNames("bihuan-message", "bihuan-message-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        body.add(error, key);
        add(body);
    }

    /** Asks for the value of a field; a field marked as required may not be empty. */
    static <F extends AbstractField<?, V> & HasValidation & Focusable<?>, V> void open(
            SendKeyField key, String title, F field, String verb, Consumer<V> act) {
        AskDialog dialog = new AskDialog(key, title, field);
        dialog.verb(verb, () -> {
            if (field.isRequiredIndicatorVisible() && field.isEmpty()) {
                field.setErrorMessage(dialog.getTranslation("org.missing"));
                field.setInvalid(true);
                return false;
            }
            try {
                act.accept(field.getValue());
                return true;
            } catch (RefusedException e) {
                field.setErrorMessage(dialog.words(e));
                field.setInvalid(true);
                return false;
            }
        });
        dialog.open();
        field.focus();
    }

    /** Adds the buttons; the dialog closes when the act says so. */
    void verb(String verb, Act act) {
        Button go = new Button(verb, click -> run(act));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(this);
        go.setDisableOnClick(true);
        go.addClickListener(click -> go.setEnabled(true));
        getFooter().add(new Button(getTranslation("org.cancel"), click -> close()), go);
    }

    private void run(Act act) {
        error.setVisible(false);
        try {
            if (act.done()) {
                close();
            }
        } catch (RefusedException e) {
            show(words(e));
        } catch (OtherContentException e) {
            show(getTranslation("idempotency.otherContent"));
        }
    }

    private void show(String refusal) {
        error.setText(refusal);
        error.setVisible(true);
    }

    private String words(RefusedException e) {
        return getTranslation(e.messageKey(), e.detail());
    }

    /** What a dialog is for. */
    @FunctionalInterface
    interface Act {

        /** Whether all is done and the dialog may close. */
        boolean done();
    }
}
