package org.bihuan.org.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import org.jspecify.annotations.Nullable;

/** Shows an initial password, this once. */
class PasswordDialog extends Dialog {

    /**
     * @param password empty when what was sent had been done before, so that it was shown already
     * @param before key of the sentence that tells so
     */
    static void show(Component opener, String username, @Nullable String password, String before) {
        if (password == null) {
            Notification.show(opener.getTranslation(before), 8000, Notification.Position.TOP_CENTER);
        } else {
            new PasswordDialog(username, password).open();
        }
    }

    private PasswordDialog(String username, String password) {
        setHeaderTitle(getTranslation("org.password.title", username));
        setWidth("min(440px, 100%)");
        setCloseOnOutsideClick(false);
        Span shown = new Span(password);
        shown.addClassName("org-password");
        Paragraph once = new Paragraph(getTranslation("org.password.once"));
        Paragraph copied = new Paragraph();
        copied.getElement().setAttribute("role", "status");
        Button copy = new Button(getTranslation("org.password.copy"), VaadinIcon.COPY.create());
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", password);
            copied.setText(getTranslation("org.password.copied"));
        });
        Div body = new Div(shown, copy, copied, once);
        body.addClassName("org-dialog");
        add(body);
        Button done = new Button(getTranslation("org.password.noted"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}
