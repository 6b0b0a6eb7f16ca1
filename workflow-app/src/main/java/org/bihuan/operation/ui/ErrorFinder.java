package org.bihuan.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.bihuan.calendar.DateFormats;
import org.bihuan.operation.ErrorLookup;
import org.bihuan.operation.ErrorRecord;

/** From the number that somebody reads out to when, where and why. */
class ErrorFinder extends Section {

    private final transient ErrorLookup lookup;
    private final TextField number = new TextField();
    private final Div answer = new Div();

    ErrorFinder(ErrorLookup lookup) {
        this.lookup = lookup;
        addClassNames("bihuan-card", "operation-finder");
        number.setLabel(getTranslation("operation.error.number"));
        number.setHelperText(getTranslation("operation.error.help"));
        number.setPlaceholder("4F0C-91AB");
        number.setClearButtonVisible(true);
        Button find = new Button(getTranslation("operation.error.find"), click -> find());
        find.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        find.addClickShortcut(Key.ENTER).listenOn(number);
        Div row = new Div(number, find);
        row.addClassName("operation-filter");
        answer.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("operation.error.title")), row, answer);
    }

    private void find() {
        answer.removeAll();
        if (!number.isEmpty()) {
            answer.add(lookup.find(number.getValue())
                    .map(this::words)
                    .orElseGet(() -> new Paragraph(getTranslation("operation.error.none"))));
        }
    }

    private Component words(ErrorRecord error) {
        Div words = new Div(
                new Paragraph(getTranslation(
                        "operation.error.when",
                        error.id(),
                        DateFormats.dateTime(error.at(), getLocale()),
                        error.node())),
                new Paragraph(getTranslation(
                        "operation.error.where",
                        getTranslation(
                                "operation.error.kind." + error.kind().name().toLowerCase(Locale.ROOT)),
                        error.place())),
                new Paragraph(error.exception() + ": " + error.message()));
        if (error.caseNumber() != null) {
            words.add(new Paragraph(getTranslation("operation.error.case", error.caseNumber())));
        }
        words.add(
                new Paragraph(getTranslation("operation.error.trace", error.traceId(), error.stackHash())),
                new Details(getTranslation("operation.stack"), pre(error.stack())));
        return words;
    }

    static Pre pre(String text) {
        Pre stack = new Pre(text);
        stack.addClassName("operation-stack");
        stack.getElement().setAttribute("tabindex", "0");
        return stack;
    }
}
