package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.task.Reassigning;
import org.bihuan.task.Reassigning.Orphan;

/** 无人可办: where the head of a unit names somebody for a task that nobody is there to do. */
@Route("task/orphan/:caseNumber")
class OrphanView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Reassigning reassigning;
    private final transient InboxQueries queries;
    private final transient Idempotency idempotency;

    OrphanView(Reassigning reassigning, InboxQueries queries, Idempotency idempotency) {
        this.reassigning = reassigning;
        this.queries = queries;
        this.idempotency = idempotency;
        addClassName("bihuan-narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String number = event.getRouteParameters().get("caseNumber").orElse("");
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("orphan.text")));
        reassigning
                .orphans(CaseNumber.parse(number).orElseThrow(() -> new CaseNotFoundException(number)))
                .forEach(orphan -> add(card(orphan)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("orphan.title");
    }

    private Component card(Orphan orphan) {
        var task = orphan.task();
        var see = new Anchor(queries.route(task.family(), task.caseNumber()), getTranslation("task.case"));
        see.addClassName("task-case");
        var section = new Section(
                new H2(task.caseNumber() + " · " + orphan.title()),
                new Paragraph(getTranslation("task." + task.family() + "." + task.taskKey())),
                new Paragraph(getTranslation("orphan.post") + " " + posts(orphan)),
                see);
        section.addClassName("bihuan-card");
        if (orphan.receivers().isEmpty()) {
            section.add(new Paragraph(getTranslation("orphan.receivers.none")));
        } else {
            form(section, orphan);
        }
        return section;
    }

    private void form(Section section, Orphan orphan) {
        String taskId = orphan.task().taskId();
        var receiver = new ReceiverField(orphan.receivers());
        TextArea reason = TaskDialog.words("orphan.reason", true);
        var key = new SendKeyField(idempotency, "orphan." + orphan.task().caseNumber());
        var send = new Button(getTranslation("orphan.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClassName("bihuan-primary");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                if (receiver.chosen() & TaskDialog.filled(reason)
                        && Attempts.send(
                                key,
                                List.of("orphan", taskId, receiver.staffId(), reason.getValue()),
                                "orphan.done",
                                () -> reassigning.reassign(taskId, receiver.staffId(), reason.getValue()))) {
                    getUI().ifPresent(ui -> ui.navigate(""));
                }
            } finally {
                send.setEnabled(true);
            }
        });
        var actions = new Div(send);
        actions.addClassName("bihuan-actions");
        section.add(receiver, reason, actions, key);
    }

    private String posts(Orphan orphan) {
        return orphan.posts().stream()
                .map(post -> getTranslation("org.role." + post.role()) + " · " + post.unitName())
                .collect(Collectors.joining("、"));
    }
}
