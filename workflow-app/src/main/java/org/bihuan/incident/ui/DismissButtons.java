package org.bihuan.incident.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.BiPredicate;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentLookup.Details;
import org.jspecify.annotations.Nullable;

/** "Invalid" and "merge": each says what will happen and asks for a reason, which the resident will read. */
class DismissButtons extends Composite<Div> {

    private final transient CaseParts parts;
    private final transient FormSchemas schemas;
    private final transient Details details;

    DismissButtons(IncidentDispatch dispatch, CaseParts parts, FormSchemas schemas, Details details, Runnable done) {
        this.parts = parts;
        this.schemas = schemas;
        this.details = details;
        var number = details.incident().caseNumber();
        int version = details.incident().version();
        var invalid = new Button(
                getTranslation("incident.invalid"),
                click -> dialog("incident.invalid", null, (key, reason) -> {
                            boolean ended = TaskPage.send(
                                    key,
                                    List.of("invalidate", number, version, reason),
                                    "incident.invalid.done",
                                    () -> dispatch.invalidate(number, version, reason));
                            if (ended) {
                                done.run();
                            }
                            return ended;
                        })
                        .open());
        var merge = new Button(getTranslation("incident.merge"), click -> {
            var earlier = new TextField(getTranslation("incident.merge.earlier"));
            earlier.setPlaceholder("SBQ-2026-000001");
            dialog("incident.merge", earlier, (key, reason) -> {
                        boolean ended = valid(earlier)
                                && TaskPage.send(
                                        key,
                                        List.of("merge", number, version, earlier.getValue(), reason),
                                        "incident.merge.done",
                                        () -> dispatch.merge(
                                                number,
                                                version,
                                                new CaseNumber(
                                                        earlier.getValue().strip()),
                                                reason));
                        if (ended) {
                            done.run();
                        }
                        return ended;
                    })
                    .open();
        });
        invalid.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        merge.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().addClassName("incident-dismiss");
        getContent().add(merge, invalid);
    }

    private Dialog dialog(String key, @Nullable TextField before, BiPredicate<SendKeyField, String> verb) {
        var dialog = new Dialog(getTranslation(key) + " · " + details.incident().caseNumber());
        var reason = new SchemaForm(schemas.schema("incident/dismiss-incident"));
        SendKeyField sendKey = parts.sendKey(details, key);
        var text = new Div(new Paragraph(getTranslation(key + ".text")));
        if (before != null) {
            before.setWidthFull();
            text.add(before);
        }
        text.add(reason, sendKey);
        text.addClassName("incident-dialog");
        dialog.add(text);
        var confirm = new Button(getTranslation(key + ".confirm"), click -> {
            if (reason.validate() && verb.test(sendKey, (String) reason.values().get("reason"))) {
                dialog.close();
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.getFooter().add(new Button(getTranslation("incident.cancel"), click -> dialog.close()), confirm);
        return dialog;
    }

    private boolean valid(TextField earlier) {
        boolean number = earlier.getValue().strip().matches("[A-Z][A-Z0-9]{0,11}-\\d{4}-\\d{6,9}");
        earlier.setErrorMessage(getTranslation("incident.merge.earlier.error"));
        earlier.setInvalid(!number);
        return number;
    }
}
