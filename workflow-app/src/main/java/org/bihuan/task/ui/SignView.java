package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.Finishing;
import org.bihuan.task.Signer;
import org.bihuan.task.SignerState;
import org.bihuan.task.Signing;
import org.bihuan.task.Vote;
import org.bihuan.task.ui.TaskAction.Subject;

/** Where somebody signs: what it is about left, who else signs right. */
@Route("task/sign/:signer([0-9]{1,18})/:caseNumber")
class SignView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Signing signing;
    private final transient Finishing finishing;
    private final transient SignParts parts;
    private final transient TaskActions actions;
    private final transient Idempotency idempotency;

    SignView(Signing signing, Finishing finishing, SignParts parts, TaskActions actions, Idempotency idempotency) {
        this.signing = signing;
        this.finishing = finishing;
        this.parts = parts;
        this.actions = actions;
        this.idempotency = idempotency;
        addClassName("task-sign");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Signer signer = signing.own(
                event.getRouteParameters().get("signer").map(Long::valueOf).orElse(0L));
        if (!event.getRouteParameters().get("caseNumber").equals(Optional.of(signer.caseNumber()))) {
            throw new CaseNotFoundException("signer");
        }
        show(signer);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("task.sign.title");
    }

    private void show(Signer signer) {
        removeAll();
        InboxTask task = signing.task(signer.taskId()).orElse(null);
        List<Signer> all = signing.ledger(signer.taskId());
        var work = new Section(new H2(parts.step(signer, task)));
        work.addClassName("bihuan-card");
        if (signer.addedByName() != null) {
            work.add(new Paragraph(getTranslation("task.sign.addedBy", signer.addedByName())
                    + (signer.note().isEmpty() ? "" : ": " + signer.note())));
        }
        // Also where there is no form any more: who sent it and never saw the answer is told here.
        var key = new SendKeyField(idempotency, "sign." + signer.id());
        var buttons = new Div();
        buttons.addClassName("bihuan-actions");
        boolean asked = signer.state() == SignerState.ASKED;
        if (asked) {
            work.add(form(signer, key, buttons));
        } else {
            work.add(new Paragraph(getTranslation("task.sign.over." + signer.state())));
        }
        if (task != null) {
            buttons.add(actions.bar(
                    new Subject(task.family(), parts.number(signer), task, asked && task.isJoint(), 0),
                    () -> show(signing.own(signer.id()))));
        }
        buttons.setVisible(buttons.getComponentCount() > 0);
        work.add(buttons, key);
        var left = new Div(work);
        left.addClassName("task-sign-work");
        if (task != null) {
            finishing.sent(task.taskId()).ifPresent(answers -> left.add(sent(task, answers)));
        }
        left.add(new Anchor(parts.route(signer), getTranslation("task.sign.case")));
        var right = new Section(new H2(getTranslation("task.sign.signers")), new SignerList(all));
        right.addClassName("bihuan-card");
        var columns = new Div(left, right);
        columns.addClassName("bihuan-two-columns");
        add(parts.head(signer, task, signing.of(parts.number(signer))), columns);
    }

    private Component sent(InboxTask task, Map<String, Object> answers) {
        var section = new Section(new H2(getTranslation("task.sign.sent")), parts.answers(task, answers));
        section.addClassName("bihuan-card");
        return section;
    }

    private Component form(Signer signer, SendKeyField key, Div buttons) {
        var vote = new RadioButtonGroup<Vote>(getTranslation("task.sign.vote"));
        vote.setItems(Vote.values());
        vote.setItemLabelGenerator(one -> getTranslation("task.sign.vote." + one));
        vote.setRequiredIndicatorVisible(true);
        vote.addClassName("task-vote");
        TextArea opinion = TaskDialog.words("task.sign.opinion", false);
        opinion.setHelperText(getTranslation("task.sign.opinion.help"));
        vote.addValueChangeListener(change -> {
            vote.setInvalid(false);
            opinion.setRequiredIndicatorVisible(change.getValue() == Vote.REJECT);
        });
        var send = new Button(getTranslation("task.sign.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        send.addClassName("bihuan-primary");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                if (valid(vote, opinion)) {
                    send(signer, key, vote.getValue(), opinion.getValue());
                }
            } finally {
                send.setEnabled(true);
            }
        });
        buttons.add(send);
        return new Div(vote, opinion);
    }

    private boolean valid(RadioButtonGroup<Vote> vote, TextArea opinion) {
        vote.setErrorMessage(getTranslation("task.sign.vote.missing"));
        vote.setInvalid(vote.isEmpty());
        opinion.setInvalid(false);
        return !vote.isEmpty() && (vote.getValue() != Vote.REJECT || TaskDialog.filled(opinion));
    }

    private void send(Signer signer, SendKeyField key, Vote vote, String opinion) {
        List<Object> content = List.of("sign", signer.id(), vote, opinion);
        if (Attempts.send(key, content, "task.sign.done", () -> signing.sign(signer.id(), vote, opinion))) {
            getUI().ifPresent(ui -> ui.navigate(""));
        } else if (signing.own(signer.id()).state() != SignerState.ASKED) {
            // Something happened meanwhile; what was written is of no use any more.
            show(signing.own(signer.id()));
        }
    }
}
