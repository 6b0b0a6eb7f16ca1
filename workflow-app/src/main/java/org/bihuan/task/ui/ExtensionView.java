package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.task.Extension;
import org.bihuan.task.ExtensionRequest;
import org.bihuan.task.ExtensionRequest.State;

/** The superior reads why somebody asks for more time, and grants it, with that moment or another, or refuses. */
@Route("task/extension/:request([0-9]{1,18})/:caseNumber")
class ExtensionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Extension extension;
    private final transient InboxService inbox;
    private final transient InboxQueries queries;
    private final transient StaffService staff;
    private final transient WorkingCalendar calendar;
    private final transient Idempotency idempotency;
    private final transient Clock clock;
    private final Div content = new Div();
    private long id;
    private String number = "";

    ExtensionView(
            Extension extension,
            InboxService inbox,
            InboxQueries queries,
            StaffService staff,
            WorkingCalendar calendar,
            Idempotency idempotency,
            Clock clock) {
        this.extension = extension;
        this.inbox = inbox;
        this.queries = queries;
        this.staff = staff;
        this.calendar = calendar;
        this.idempotency = idempotency;
        this.clock = clock;
        content.addClassName("task-page");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().getLong("request").orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("task.extension.title", number);
    }

    private void show() {
        ExtensionRequest request = extension.find(id);
        number = request.caseNumber();
        content.removeAll();
        content.add(new H1(getPageTitle()), facts(request));
        if (request.state() != State.ASKED) {
            content.add(notice(getTranslation(
                    "task.extension.decided." + request.state(),
                    name(request.decidedBy() == null ? 0 : request.decidedBy()),
                    request.decidedAt() == null ? "" : moment(request.decidedAt()))));
            return;
        }
        inbox.tasks(new CaseNumber(number)).stream()
                .filter(task -> task.taskId().equals(request.taskId()))
                .findFirst()
                .ifPresentOrElse(
                        task -> content.add(decision(request, task)),
                        () -> content.add(notice(getTranslation("task.extension.over"))));
    }

    private Section facts(ExtensionRequest request) {
        var facts = new DescriptionList();
        facts.addClassName("task-facts");
        fact(facts, "task.extension.step", getTranslation("task." + request.family() + "." + request.taskKey()));
        fact(facts, "task.extension.by", name(request.askedBy()));
        fact(
                facts,
                "task.extension.at",
                request.late()
                        ? getTranslation("task.extension.late", moment(request.askedAt()))
                        : moment(request.askedAt()));
        fact(facts, "task.extension.before", moment(request.dueBefore()));
        fact(facts, "task.extension.proposed", moment(request.proposedDue()));
        if (request.grantedDue() != null) {
            fact(facts, "task.extension.granted", moment(request.grantedDue()));
        }
        fact(facts, "task.extension.reason", request.reason());
        if (!request.words().isEmpty()) {
            fact(facts, "task.extension.words", request.words());
        }
        var see = new Anchor(queries.route(request.family(), request.caseNumber()), getTranslation("task.case"));
        see.addClassName("task-case");
        var section = new Section(facts, see);
        section.addClassName("bihuan-card");
        return section;
    }

    private Section decision(ExtensionRequest request, InboxTask task) {
        var key = new SendKeyField(idempotency, "extension." + id);
        Instant now = clock.instant();
        var due = new DueField(
                calendar,
                now.isAfter(request.dueBefore()) ? now : request.dueBefore(),
                Optional.of(request.proposedDue()),
                task.unitsNearestFirst());
        TextArea words = TaskDialog.words("task.extension.words", false);
        var grant = button(
                "task.extension.grant",
                () -> due.value().ifPresent(moment -> {
                    if (Attempts.send(
                            key,
                            List.of("grant", id, moment, words.getValue()),
                            "task.extension.grant.done",
                            () -> extension.grant(id, moment, words.getValue()))) {
                        backToInbox();
                    }
                }));
        grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var refuse = button("task.extension.refuse", () -> {
            if (TaskDialog.filled(words)
                    && Attempts.send(
                            key,
                            List.of("refuse", id, words.getValue()),
                            "task.extension.refuse.done",
                            () -> extension.refuse(id, words.getValue()))) {
                backToInbox();
            }
        });
        var actions = new Div(grant, refuse);
        actions.addClassName("bihuan-actions");
        var section = new Section(new H2(getTranslation("task.extension.decision")), due, words, key, actions);
        section.addClassName("bihuan-card");
        return section;
    }

    private void backToInbox() {
        UI.getCurrent().navigate("");
    }

    private Button button(String textKey, Runnable verb) {
        var button = new Button(getTranslation(textKey));
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                verb.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private static Section notice(String text) {
        var section = new Section(new Paragraph(text));
        section.addClassName("bihuan-card");
        return section;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private String name(long staffId) {
        return staff.find(staffId).map(Staff::name).orElse("");
    }

    private String moment(Instant instant) {
        return DateFormats.dateTime(instant, getLocale());
    }
}
