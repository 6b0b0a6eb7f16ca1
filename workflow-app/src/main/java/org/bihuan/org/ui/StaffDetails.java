package org.bihuan.org.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.org.DayPicker;
import org.bihuan.org.HeldPost;
import org.bihuan.org.OrgService;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffAdministration;
import org.bihuan.org.StaffService;
import org.jspecify.annotations.Nullable;

/** One person: the account, the posts past and to come, and the administrator's verbs. */
class StaffDetails extends Div {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final OrgService orgs;
    private final StaffService staff;
    private final StaffAdministration administration;
    private final Idempotency idempotency;
    private final Clock clock;
    private final long staffId;
    private final boolean own;
    private final Runnable changed;
    private final Runnable close;

    /**
     * @param own whether it is the account of the reader, who may not change it
     * @param changed called after each change
     * @param close called when the reader is done
     */
    StaffDetails(
            OrgService orgs,
            StaffService staff,
            StaffAdministration administration,
            Idempotency idempotency,
            Clock clock,
            long staffId,
            boolean own,
            Runnable changed,
            Runnable close) {
        this.orgs = orgs;
        this.staff = staff;
        this.administration = administration;
        this.idempotency = idempotency;
        this.clock = clock;
        this.staffId = staffId;
        this.own = own;
        this.changed = changed;
        this.close = close;
        addClassName("org-details");
        show();
    }

    private void show() {
        removeAll();
        SendKeyField key = key("account");
        add(key);
        staff.find(staffId).ifPresent(person -> add(head(person), state(person), verbs(person, key), posts()));
    }

    private Component head(Staff person) {
        Button back = new Button(getTranslation("org.close"), VaadinIcon.CLOSE.create(), click -> close.run());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(new H2(person.name()), back);
        head.addClassName("org-details-head");
        return head;
    }

    private Component state(Staff person) {
        Span username = new Span(person.username());
        username.addClassName("org-muted");
        Span state = new Span(getTranslation(person.enabled() ? "org.staff.enabled" : "org.staff.disabled"));
        state.addClassNames("bihuan-chip", person.enabled() ? "bihuan-chip-green" : "bihuan-chip-red");
        Div line = new Div(username, state);
        if (person.mustChangePassword()) {
            Span initial = new Span(getTranslation("org.staff.initialPassword"));
            initial.addClassNames("bihuan-chip", "bihuan-chip-amber");
            line.add(initial);
        }
        line.addClassName("org-state");
        return line;
    }

    private Component verbs(Staff person, SendKeyField key) {
        if (own) {
            return new Paragraph(getTranslation("org.staff.own"));
        }
        Button appoint = new Button(getTranslation("org.staff.appoint"), VaadinIcon.PLUS.create(), click -> appoint());
        appoint.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div verbs = new Div(
                appoint,
                new Button(getTranslation("org.staff.edit"), VaadinIcon.EDIT.create(), click -> edit(person)),
                new Button(getTranslation("org.staff.resetPassword"), VaadinIcon.KEY.create(), click -> reset(person)),
                new Button(
                        getTranslation("org.staff.unlock"),
                        VaadinIcon.UNLOCK.create(),
                        click -> run(key, "unlock", () -> administration.unlock(staffId))),
                person.enabled()
                        ? new Button(
                                getTranslation("org.staff.disable"), VaadinIcon.BAN.create(), click -> disable(person))
                        : new Button(
                                getTranslation("org.staff.enable"),
                                VaadinIcon.CHECK.create(),
                                click -> run(key, "enable", () -> administration.enable(staffId))));
        verbs.addClassName("org-verbs");
        return verbs;
    }

    private void appoint() {
        var fields = new AppointmentFields(orgs, today());
        SendKeyField key = key("appoint");
        AskDialog dialog = new AskDialog(key, getTranslation("org.staff.appoint"), fields);
        dialog.verb(
                getTranslation("org.staff.appoint"),
                () -> fields.appointment()
                        .map(post -> {
                            key.send(
                                    List.of("appoint", staffId, post),
                                    "org.done",
                                    () -> administration.appoint(staffId, post.unitId(), post.role(), post.from()));
                            refresh();
                            return true;
                        })
                        .orElse(false));
        dialog.open();
    }

    private void edit(Staff person) {
        TextField name = new TextField(getTranslation("org.staff.name"));
        name.setValue(person.name());
        name.setMaxLength(60);
        name.setWidthFull();
        TextField phone = new TextField(getTranslation("org.staff.newPhone"));
        phone.setHelperText(getTranslation("org.staff.newPhoneHelp"));
        phone.setMaxLength(30);
        phone.setWidthFull();
        SendKeyField key = key("describe");
        AskDialog dialog = new AskDialog(key, getTranslation("org.staff.edit"), name, phone);
        dialog.verb(getTranslation("org.save"), () -> {
            String entered = phone.getValue().strip();
            key.send(
                    List.of("describe", staffId, name.getValue(), entered),
                    "org.done",
                    () -> administration.describe(staffId, name.getValue(), newPhone(entered)));
            refresh();
            return true;
        });
        dialog.open();
        name.focus();
    }

    /** The number on file is not shown, so an empty field cannot mean to remove it; a hyphen does. */
    private static @Nullable String newPhone(String entered) {
        if (entered.isEmpty()) {
            return null;
        }
        return "-".equals(entered) ? "" : entered;
    }

    private void reset(Staff person) {
        confirm("org.staff.resetPassword", "org.staff.resetQuestion", person, key -> {
            // The password is kept nowhere, so only the first answer can show it.
            var password = new AtomicReference<@Nullable String>();
            key.send(
                    List.of("resetPassword", staffId),
                    "org.staff.resetBefore",
                    () -> password.set(administration.resetPassword(staffId)));
            PasswordDialog.show(this, person.username(), password.get(), "org.staff.resetBefore");
        });
    }

    private void disable(Staff person) {
        confirm(
                "org.staff.disable",
                "org.staff.disableQuestion",
                person,
                key -> key.send(List.of("disable", staffId), "org.done", () -> administration.disable(staffId)));
    }

    private void confirm(String verb, String question, Staff person, Consumer<SendKeyField> act) {
        String text = getTranslation(question, person.name());
        SendKeyField key = key(verb);
        AskDialog dialog = new AskDialog(key, getTranslation(verb), new Paragraph(text));
        dialog.verb(getTranslation(verb), () -> {
            act.accept(key);
            refresh();
            return true;
        });
        dialog.open();
    }

    private Component posts() {
        Div posts = new Div(new H3(getTranslation("org.staff.posts")));
        List<HeldPost> held = administration.heldPosts(staffId);
        if (held.isEmpty()) {
            posts.add(new Paragraph(getTranslation("org.staff.noPosts")));
            return posts;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("org-posts");
        held.forEach(post -> list.add(item(post)));
        posts.add(list);
        return posts;
    }

    private ListItem item(HeldPost post) {
        Span what = new Span(getTranslation("org.role." + post.role().name()) + " · " + post.unitName());
        Span time = new Span(PostWords.time(this, post));
        time.addClassName("org-muted");
        ListItem item = new ListItem(what, time);
        boolean past = post.validTo() != null && !post.validTo().isAfter(today());
        if (past) {
            item.addClassName("org-past");
        } else if (!own) {
            Button dismiss = new Button(getTranslation("org.staff.dismiss"), click -> dismiss(post));
            dismiss.setAriaLabel(getTranslation("org.staff.dismiss") + " " + what.getText());
            dismiss.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            item.add(dismiss);
        }
        return item;
    }

    private void dismiss(HeldPost post) {
        DayPicker day = new DayPicker(getTranslation("org.post.end"));
        day.setHelperText(getTranslation("org.post.endHelp"));
        day.setValue(today());
        day.setRequiredIndicatorVisible(true);
        String title = getTranslation("org.staff.dismiss") + " · "
                + getTranslation("org.role." + post.role().name()) + " · " + post.unitName();
        SendKeyField key = key("dismiss." + post.postId());
        AskDialog.open(key, title, day, getTranslation("org.staff.dismiss"), to -> {
            key.send(
                    List.of("dismiss", staffId, post.postId(), to),
                    "org.done",
                    () -> administration.dismiss(staffId, post.postId(), to));
            refresh();
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    private void run(SendKeyField key, String verb, Runnable act) {
        key.send(List.of(verb, staffId), "org.done", act);
        refresh();
    }

    private SendKeyField key(String verb) {
        return new SendKeyField(idempotency, "staff." + verb + "." + staffId);
    }

    private void refresh() {
        show();
        changed.run();
    }
}
