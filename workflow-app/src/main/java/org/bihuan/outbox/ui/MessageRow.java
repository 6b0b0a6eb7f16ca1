package org.bihuan.outbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.calendar.DateFormats;
import org.bihuan.outbox.StuckMessage;
import org.bihuan.outbox.StuckMessages;

/** One message that does not arrive. */
class MessageRow extends Article {

    private final transient StuckMessage message;
    private final transient StuckMessages service;
    private final Span outcome = new Span();
    private final Button retry = new Button();
    private final Button giveUp = new Button();

    MessageRow(StuckMessage message, StuckMessages service, boolean mayDecide) {
        this.message = message;
        this.service = service;
        addClassNames("bihuan-card", "operation-row");
        Paragraph why = new Paragraph(getTranslation("outbox.why", message.error(), message.attempts()));
        why.addClassName("operation-reason");
        Paragraph when = new Paragraph(getTranslation(
                "outbox.when",
                DateFormats.dateTime(message.since(), getLocale()),
                DateFormats.dateTime(message.next(), getLocale())));
        when.addClassName("operation-when");
        retry.setText(getTranslation("outbox.retry"));
        retry.addClickListener(click -> show("outbox.retried", service.retry(message.id())));
        giveUp.setText(getTranslation("outbox.giveUp"));
        giveUp.addClickListener(click -> ask());
        outcome.addClassName("operation-outcome");
        outcome.getElement().setAttribute("role", "status");
        Div actions = new Div(retry, giveUp, outcome);
        actions.addClassName("operation-actions");
        actions.setVisible(mayDecide);
        add(new H3(message.topic() + " · " + message.messageId()), why, when, actions);
    }

    private void ask() {
        var dialog = new ConfirmDialog(
                getTranslation("outbox.giveUp"),
                getTranslation("outbox.giveUp.question", message.topic()),
                getTranslation("outbox.giveUp"),
                confirm -> show("outbox.givenUp", service.giveUp(message.id())));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("outbox.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void show(String key, boolean done) {
        outcome.setText(getTranslation(done ? key : "outbox.gone"));
        retry.setEnabled(!done);
        giveUp.setEnabled(!done);
    }
}
