package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.bihuan.calendar.DateFormats;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.org.Colleague;
import org.bihuan.org.Deputies;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.bihuan.task.Handover;
import org.bihuan.task.Handover.OpenWork;
import org.bihuan.task.Receiver;

/** 工作移交: choose who leaves, say who gets what, hand everything over at once. */
@Route("task/handover")
@Menu(title = "handover.menu", order = 960, icon = "vaadin:exchange")
class HandoverView extends Div implements HasDynamicTitle {

    private final transient Handover handover;
    private final transient Rights rights;
    private final transient Idempotency idempotency;
    private final ComboBox<Colleague> person = new ComboBox<>();
    private final Div work = new Div();

    HandoverView(Handover handover, Deputies colleagues, Rights rights, Idempotency idempotency) {
        this.handover = handover;
        this.rights = rights;
        this.idempotency = idempotency;
        addClassNames("bihuan-narrow", "handover");
        person.setLabel(getTranslation("handover.person"));
        person.setHelperText(getTranslation("handover.person.help"));
        person.setWidthFull();
        person.setItemLabelGenerator(
                one -> one.name() + " · " + getTranslation("org.role." + one.role()) + " · " + one.unitName());
        person.setItems(query ->
                colleagues.colleagues(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        person.addValueChangeListener(change -> show());
        add(new H1(getPageTitle()), new Paragraph(getTranslation("handover.intro")), person, work, made());
    }

    /** Where a list is found again that was printed badly or whose answer got lost. */
    private Component made() {
        var list = new UnorderedList();
        handover.made()
                .forEach(one -> list.add(new ListItem(new Anchor(
                        "task/handover/" + one.id(),
                        getTranslation(
                                "handover.made.line",
                                String.valueOf(one.id()),
                                one.staffName(),
                                DateFormats.dateTime(one.handedAt(), getLocale()))))));
        var section = new Section(new H2(getTranslation("handover.made")), list);
        section.setVisible(list.getComponentCount() > 0);
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("handover.title");
    }

    private void show() {
        work.removeAll();
        Colleague one = person.getValue();
        boolean foreign = one != null && !rights.may(Verb.HANDOVER_GIVE, one.staffId());
        person.setErrorMessage(getTranslation("handover.person.notYours"));
        person.setInvalid(foreign);
        if (one == null || foreign) {
            return;
        }
        List<OpenWork> open = handover.openWork(one.staffId());
        if (open.isEmpty()) {
            work.add(new Paragraph(getTranslation("handover.nothing")));
            return;
        }
        work.add(new Paragraph(getTranslation("handover.count", open.size())));
        form(one.staffId(), open);
    }

    /** One choice for all tasks that the same people may have. */
    private void form(long staffId, List<OpenWork> open) {
        Map<List<Receiver>, List<OpenWork>> groups = open.stream()
                .filter(one -> !one.lent())
                .collect(Collectors.groupingBy(OpenWork::receivers, LinkedHashMap::new, Collectors.toList()));
        Map<ReceiverField, List<OpenWork>> choices = new LinkedHashMap<>();
        groups.forEach((receivers, some) -> {
            var choice = new ReceiverField(receivers);
            choice.setRequiredIndicatorVisible(false);
            choice.setClearButtonVisible(true);
            choice.setLabel(getTranslation("handover.receiver"));
            choice.setHelperText(getTranslation("handover.receiver.help"));
            choices.put(choice, some);
            work.add(group(step(some.getFirst()), some, choice));
        });
        List<OpenWork> lent = open.stream().filter(OpenWork::lent).toList();
        if (!lent.isEmpty()) {
            work.add(group(getTranslation("handover.lent"), lent, new Span()));
        }
        TextArea reason = TaskDialog.words("handover.reason", true);
        var key = new SendKeyField(idempotency, "handover." + staffId);
        var send = new Button(getTranslation("handover.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClassName("bihuan-primary");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                if (TaskDialog.filled(reason)) {
                    send(staffId, plan(choices), reason.getValue(), key);
                }
            } finally {
                send.setEnabled(true);
            }
        });
        var actions = new Div(send);
        actions.addClassName("bihuan-actions");
        work.add(reason, actions, key);
    }

    private Component group(String name, List<OpenWork> some, Component choice) {
        var list = new UnorderedList();
        list.addClassName("handover-tasks");
        some.forEach(one ->
                list.add(new ListItem(new Span(one.task().caseNumber()), new Span(one.title()), new Span(step(one)))));
        var section = new Section(new H2(getTranslation("handover.group", name, some.size())), choice, list);
        section.addClassName("bihuan-card");
        return section;
    }

    private String step(OpenWork one) {
        return getTranslation("task." + one.task().family() + "." + one.task().taskKey());
    }

    private static Map<String, Long> plan(Map<ReceiverField, List<OpenWork>> choices) {
        Map<String, Long> plan = new TreeMap<>();
        choices.forEach((choice, some) -> {
            if (!choice.isEmpty()) {
                some.forEach(one -> plan.put(one.task().taskId(), choice.staffId()));
            }
        });
        return plan;
    }

    private void send(long staffId, Map<String, Long> plan, String reason, SendKeyField key) {
        var number = new AtomicLong();
        boolean sent = Attempts.send(
                key,
                List.of("handover", staffId, plan, reason),
                "handover.done",
                () -> number.set(handover.handOver(staffId, plan, reason)));
        if (sent) {
            // Sent again after a lost answer: the list stands among those that were made.
            getUI().ifPresent(ui -> ui.navigate(number.get() == 0 ? "task/handover" : "task/handover/" + number));
        }
    }
}
