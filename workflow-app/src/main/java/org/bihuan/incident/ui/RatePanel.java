package org.bihuan.incident.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.function.Consumer;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;

/** The resident's answer: stars and words, or, once, "take it up again" with a reason. */
class RatePanel extends Composite<Section> {

    /** Stars, 1 to 5, and words. */
    interface Rating {
        void given(int stars, String words);
    }

    RatePanel(FormSchemas schemas, boolean mayReopen, Rating rated, Consumer<String> reopened) {
        var form = new SchemaForm(schemas.schema("incident/rate-incident"));
        var rate = new Button(getTranslation("incident.rate.send"));
        rate.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        rate.addClassName("bihuan-primary");
        rate.setDisableOnClick(true);
        rate.addClickListener(click -> {
            try {
                if (form.validate()) {
                    rated.given(
                            Integer.parseInt((String) form.values().get("stars")),
                            String.valueOf(form.values().getOrDefault("words", "")));
                }
            } finally {
                rate.setEnabled(true);
            }
        });
        getContent().addClassName("bihuan-card");
        getContent()
                .add(
                        new H2(getTranslation("incident.rate.title")),
                        new Paragraph(getTranslation("incident.rate.text")),
                        form,
                        rate);
        if (mayReopen) {
            getContent().add(reopening(schemas, reopened));
        }
    }

    private Div reopening(FormSchemas schemas, Consumer<String> reopened) {
        var reason = new SchemaForm(schemas.schema("incident/reopen-incident"));
        var send = new Button(getTranslation("incident.reopen.send"));
        send.addClassName("incident-reopen");
        send.addClickListener(click -> {
            if (reason.validate()) {
                reopened.accept((String) reason.values().get("reason"));
            }
        });
        var box = new Div(new Paragraph(getTranslation("incident.reopen.text")), reason, send);
        box.addClassName("incident-reopening");
        return box;
    }
}
