package org.bihuan.org.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.HoursEditor;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.org.DayPicker;
import org.bihuan.org.HeldPost;
import org.bihuan.org.OrgAdministration;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;

/** One unit: what it is, who works there, and the administrator's verbs. */
class UnitDetails extends Div {

    private static final String DONE = "org.done";

    private final OrgService orgs;
    private final OrgAdministration administration;
    private final CalendarAdministration calendar;
    private final Idempotency idempotency;
    private final long unitId;
    private final Runnable changed;
    private final Runnable close;

    /**
     * @param changed called after each change
     * @param close called when the reader is done
     */
    UnitDetails(
            OrgService orgs,
            OrgAdministration administration,
            CalendarAdministration calendar,
            Idempotency idempotency,
            long unitId,
            Runnable changed,
            Runnable close) {
        this.orgs = orgs;
        this.administration = administration;
        this.calendar = calendar;
        this.idempotency = idempotency;
        this.unitId = unitId;
        this.changed = changed;
        this.close = close;
        addClassName("org-details");
        show();
    }

    private void show() {
        removeAll();
        SendKeyField key = key("reopen");
        add(key);
        orgs.find(unitId).ifPresent(unit -> add(head(unit), facts(unit), verbs(unit, key), posts()));
    }

    private Component head(OrgUnit unit) {
        Button back = new Button(getTranslation("org.close"), VaadinIcon.CLOSE.create(), click -> close.run());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(new H2(unit.name()), back);
        head.addClassName("org-details-head");
        return head;
    }

    private Component facts(OrgUnit unit) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("org-facts");
        fact(facts, "org.unit.code", unit.code());
        fact(facts, "org.unit.kind", getTranslation("org.kind." + unit.kind().name()));
        fact(facts, "org.unit.above", above(unit));
        fact(
                facts,
                "org.unit.validity",
                unit.validTo() == null
                        ? getTranslation("org.unit.since", unit.validFrom())
                        : getTranslation("org.unit.between", unit.validFrom(), unit.validTo()));
        fact(
                facts,
                "org.unit.casePrefix",
                unit.casePrefix() == null ? getTranslation("org.unit.noCasePrefix") : unit.casePrefix());
        return facts;
    }

    private String above(OrgUnit unit) {
        List<OrgUnit> above = orgs.upwards(unit).reversed();
        return above.size() < 2
                ? getTranslation("org.unit.top")
                : above.subList(0, above.size() - 1).stream().map(OrgUnit::name).collect(Collectors.joining(" / "));
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Component verbs(OrgUnit unit, SendKeyField key) {
        Div verbs = new Div(
                new Button(getTranslation("org.unit.rename"), VaadinIcon.EDIT.create(), click -> rename(unit)),
                new Button(getTranslation("org.unit.setPrefix"), VaadinIcon.HASH.create(), click -> prefix(unit)),
                unit.validTo() == null
                        ? new Button(getTranslation("org.unit.close"), VaadinIcon.BAN.create(), click -> end(unit))
                        : new Button(
                                getTranslation("org.unit.reopen"),
                                VaadinIcon.ROTATE_LEFT.create(),
                                click -> reopen(key)),
                new Button(
                        getTranslation("org.unit.addDepartment"), VaadinIcon.PLUS.create(), click -> addDepartment()),
                new Button(getTranslation("org.unit.workingHours"), VaadinIcon.CLOCK.create(), click -> hours(unit)));
        verbs.addClassName("org-verbs");
        return verbs;
    }

    private void hours(OrgUnit unit) {
        Dialog dialog = new Dialog(getTranslation("org.unit.workingHours") + " · " + unit.name());
        dialog.setWidth("min(480px, 100%)");
        dialog.add(new HoursEditor(calendar, unitId));
        dialog.getFooter().add(new Button(getTranslation("org.close"), click -> dialog.close()));
        dialog.open();
    }

    private void rename(OrgUnit unit) {
        TextField name = new TextField(getTranslation("org.unit.name"));
        name.setValue(unit.name());
        name.setMaxLength(100);
        name.setWidthFull();
        SendKeyField key = key("rename");
        AskDialog.open(key, getTranslation("org.unit.rename"), name, getTranslation("org.save"), value -> {
            key.send(List.of("rename", unitId, value), DONE, () -> administration.rename(unitId, value));
            refresh();
        });
    }

    private void prefix(OrgUnit unit) {
        TextField prefix = new TextField(getTranslation("org.unit.casePrefix"));
        prefix.setHelperText(getTranslation("org.unit.casePrefixHelp"));
        prefix.setValue(unit.casePrefix() == null ? "" : unit.casePrefix());
        prefix.setMaxLength(12);
        prefix.setWidthFull();
        SendKeyField key = key("prefix");
        AskDialog.open(key, getTranslation("org.unit.setPrefix"), prefix, getTranslation("org.save"), value -> {
            key.send(
                    List.of("prefix", unitId, value),
                    DONE,
                    () -> administration.numberCasesAs(unitId, value.isBlank() ? null : value.strip()));
            refresh();
        });
    }

    private void end(OrgUnit unit) {
        DayPicker day = new DayPicker(getTranslation("org.unit.closeDay"));
        day.setHelperText(getTranslation("org.unit.closeHelp"));
        day.setMin(unit.validFrom());
        day.setRequiredIndicatorVisible(true);
        String title = getTranslation("org.unit.closeTitle", unit.name());
        SendKeyField key = key("close");
        AskDialog.open(key, title, day, getTranslation("org.unit.close"), value -> {
            key.send(List.of("close", unitId, value), DONE, () -> administration.close(unitId, value));
            refresh();
        });
    }

    private void reopen(SendKeyField key) {
        key.send(List.of("reopen", unitId), DONE, () -> administration.reopen(unitId));
        refresh();
    }

    private SendKeyField key(String verb) {
        return new SendKeyField(idempotency, "unit." + verb + "." + unitId);
    }

    private void addDepartment() {
        TextField code = new TextField(getTranslation("org.unit.code"));
        code.setHelperText(getTranslation("org.unit.departmentCodeHelp"));
        code.setMaxLength(24);
        code.setWidthFull();
        TextField name = new TextField(getTranslation("org.unit.name"));
        name.setMaxLength(100);
        name.setWidthFull();
        SendKeyField key = key("addDepartment");
        AskDialog dialog = new AskDialog(key, getTranslation("org.unit.addDepartment"), code, name);
        dialog.verb(getTranslation("org.unit.addDepartment"), () -> {
            String written = code.getValue().strip();
            key.send(
                    List.of("addDepartment", written, name.getValue(), unitId),
                    DONE,
                    () -> administration.addDepartment(written, name.getValue(), unitId));
            refresh();
            return true;
        });
        dialog.open();
        code.focus();
    }

    private Component posts() {
        Div posts = new Div(new H3(getTranslation("org.unit.posts")));
        List<HeldPost> held = administration.heldPosts(unitId);
        if (held.isEmpty()) {
            posts.add(new Paragraph(getTranslation("org.unit.noPosts")));
            return posts;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("org-posts");
        for (HeldPost post : held) {
            Span person = new Span(post.staffName() + " (" + post.username() + ")");
            Span role = new Span(getTranslation("org.role." + post.role().name()));
            Span time = new Span(PostWords.time(this, post));
            time.addClassName("org-muted");
            list.add(new ListItem(role, person, time));
        }
        posts.add(list);
        return posts;
    }

    private void refresh() {
        show();
        changed.run();
    }
}
