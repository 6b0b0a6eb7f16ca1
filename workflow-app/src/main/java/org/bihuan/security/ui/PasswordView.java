package org.bihuan.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OwnPassword;
import org.bihuan.org.RejectedPasswordException;
import org.bihuan.org.Staff;

/** Where the signed-in person changes the own password; the only page open to whoever still has an initial one. */
@Route("account/password")
public class PasswordView extends Div implements HasDynamicTitle {

    private final transient OwnPassword ownPassword;
    private final PasswordField before = field("security.password.old", "current-password");
    private final PasswordField chosen = field("security.password.new", "new-password");
    private final PasswordField repeated = field("security.password.repeat", "new-password");
    private final Div form = new Div();

    PasswordView(OwnPassword ownPassword, CurrentUser user) {
        this.ownPassword = ownPassword;
        addClassName("bihuan-narrow");
        chosen.setHelperText(getTranslation("security.password.rule", OwnPassword.SHORTEST));
        Button save = new Button(getTranslation("security.password.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        Div actions = new Div(save);
        actions.addClassName("bihuan-actions");
        form.addClassName("bihuan-card");
        if (user.staff().filter(Staff::mustChangePassword).isPresent()) {
            Paragraph why = new Paragraph(getTranslation("security.password.initial"));
            why.addClassNames("bihuan-message", "bihuan-message-info");
            form.add(why);
        }
        form.add(before, chosen, repeated, actions);
        add(new H1(getTranslation("security.password.title")), form);
    }

    private PasswordField field(String key, String autocomplete) {
        PasswordField field = new PasswordField(getTranslation(key));
        field.getElement().setProperty("autocomplete", autocomplete);
        field.setRequiredIndicatorVisible(true);
        field.setWidthFull();
        // Only this view says what is wrong: the field's own check on leaving it would remove the text.
        field.setManualValidation(true);
        return field;
    }

    private void save() {
        List.of(before, chosen, repeated).forEach(field -> field.setInvalid(false));
        if (before.isEmpty()) {
            refuse(before, "security.password.oldMissing");
        } else if (chosen.isEmpty()) {
            refuse(chosen, "security.password.newMissing");
        } else if (!chosen.getValue().equals(repeated.getValue())) {
            refuse(repeated, "security.password.different");
        } else {
            change();
        }
    }

    private void change() {
        try {
            ownPassword.change(before.getValue(), chosen.getValue());
            showDone();
        } catch (RejectedPasswordException e) {
            switch (e.reason()) {
                case WRONG_OLD_PASSWORD -> refuse(before, "security.password.wrongOld");
                case TOO_SHORT -> refuse(chosen, "security.password.tooShort", OwnPassword.SHORTEST);
                case TOO_LONG -> refuse(chosen, "security.password.tooLong");
                case SAME_AS_BEFORE -> refuse(chosen, "security.password.same");
                case CONTAINS_USERNAME -> refuse(chosen, "security.password.username");
            }
        }
    }

    private void refuse(PasswordField field, String key, Object... arguments) {
        field.setErrorMessage(getTranslation(key, arguments));
        field.setInvalid(true);
        field.focus();
    }

    /** The next request already has the rights again that an initial password withholds. */
    private void showDone() {
        form.removeAll();
        Paragraph done = new Paragraph(getTranslation("security.password.done"));
        done.addClassNames("bihuan-message", "bihuan-message-success");
        done.getElement().setAttribute("role", "status");
        Button goOn = new Button(
                getTranslation("security.password.continue"), click -> getUI().ifPresent(ui -> ui.navigate("")));
        goOn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        goOn.focus();
        form.add(done, goOn);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.password.title");
    }
}
