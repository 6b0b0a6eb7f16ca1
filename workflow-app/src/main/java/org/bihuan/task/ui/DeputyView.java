package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.org.Deputies;
import org.bihuan.org.Deputy;
import org.bihuan.org.RefusedException;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;

/** 休假代理: who stands in for me, for whom I stand in, and how to change it. */
@Route("account/deputy")
class DeputyView extends Div implements HasDynamicTitle {

    private final transient Deputies deputies;
    private final transient InboxQueries inbox;
    private final transient Rights rights;
    private final transient Idempotency idempotency;
    private final transient Clock clock;

    DeputyView(Deputies deputies, InboxQueries inbox, Rights rights, Idempotency idempotency, Clock clock) {
        this.deputies = deputies;
        this.inbox = inbox;
        this.rights = rights;
        this.idempotency = idempotency;
        this.clock = clock;
        addClassNames("bihuan-narrow", "deputy");
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("deputy.title");
    }

    private void show() {
        removeAll();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("deputy.intro")),
                list("deputy.mine", deputies.mine(), true),
                list("deputy.others", deputies.forOthers(), false));
        if (rights.may(Verb.DEPUTY_APPOINT_FOR)) {
            add(list("deputy.below", deputies.appointedByMe(), true));
        }
        add(new DeputyForm(deputies, inbox.families(), rights, idempotency, clock, this::show));
    }

    private Component list(String key, List<Deputy> some, boolean mine) {
        var section = new Section(new H2(getTranslation(key)));
        section.addClassName("bihuan-card");
        if (some.isEmpty()) {
            section.add(new Paragraph(getTranslation(key + ".none")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("deputy-list");
        some.forEach(one -> list.add(item(one, mine ? one.deputyName() : one.absentName())));
        section.add(list);
        return section;
    }

    private ListItem item(Deputy one, String name) {
        var words = new Span(getTranslation(
                "deputy.line",
                name,
                one.from().toString(),
                one.lastDay().toString(),
                one.family() == null ? getTranslation("deputy.families.all") : getTranslation("family." + one.family()),
                one.reason()));
        var end = new Button(getTranslation("deputy.end"), click -> ask(one, name));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        end.setAriaLabel(getTranslation("deputy.end.what", name));
        var item = new ListItem(words, end);
        item.addClassName("deputy-item");
        return item;
    }

    private void ask(Deputy one, String name) {
        var dialog = new Dialog(getTranslation("deputy.end.what", name));
        var key = new SendKeyField(idempotency, "deputy.end." + one.id());
        var end = new Button(getTranslation("deputy.end"), click -> {
            if (end(one, key)) {
                dialog.close();
                show();
            }
        });
        end.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(getTranslation("deputy.end.question", one.deputyName())), key);
        dialog.getFooter().add(new Button(getTranslation("task.dialog.cancel"), click -> dialog.close()), end);
        dialog.open();
    }

    private boolean end(Deputy one, SendKeyField key) {
        try {
            return Attempts.send(key, List.of("deputy.end", one.id()), "deputy.end.done", () -> deputies.end(one.id()));
        } catch (RefusedException e) {
            Attempts.refused(getTranslation(e.messageKey(), e.detail()));
            return true;
        }
    }
}
