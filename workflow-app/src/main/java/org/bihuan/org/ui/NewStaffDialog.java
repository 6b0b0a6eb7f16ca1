package org.bihuan.org.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.org.NewStaff;
import org.bihuan.org.NewStaff.Appointment;
import org.bihuan.org.OrgService;
import org.bihuan.org.StaffAdministration;
import org.bihuan.org.StaffAdministration.Created;
import org.jspecify.annotations.Nullable;

/** Opens an account, if wanted with its first post, and shows the initial password once. */
class NewStaffDialog {

    private final StaffAdministration administration;
    private final LongConsumer created;
    private final Component opener;
    private final SendKeyField key;
    private final AskDialog dialog;
    private final TextField name;
    private final TextField username;
    private final TextField phone;
    private final AppointmentFields post;

    /** @param created receives the id of the new account */
    NewStaffDialog(
            Component opener,
            OrgService orgs,
            StaffAdministration administration,
            Idempotency idempotency,
            Clock clock,
            LongConsumer created) {
        this.administration = administration;
        this.created = created;
        this.opener = opener;
        key = new SendKeyField(idempotency, "staff.create");
        name = field(opener.getTranslation("org.staff.name"), 60);
        username = field(opener.getTranslation("org.staff.username"), 60);
        username.setHelperText(opener.getTranslation("org.staff.usernameHelp"));
        phone = field(opener.getTranslation("org.staff.phone"), 30);
        post = new AppointmentFields(orgs, LocalDate.now(clock.withZone(StaffDetails.ZONE)));
        dialog = new AskDialog(
                key,
                opener.getTranslation("org.staff.create"),
                name,
                username,
                phone,
                new H3(opener.getTranslation("org.staff.firstPost")),
                new Paragraph(opener.getTranslation("org.staff.firstPostHelp")),
                post);
        dialog.verb(opener.getTranslation("org.staff.create"), this::create);
    }

    void open() {
        dialog.open();
        name.focus();
    }

    private boolean create() {
        Optional<Appointment> appointment = post.untouched() ? Optional.empty() : post.appointment();
        if (!post.untouched() && appointment.isEmpty()) {
            return false;
        }
        var person = new NewStaff(
                username.getValue().strip(),
                name.getValue().strip(),
                phone.getValue().strip(),
                appointment.stream().toList());
        // The password is kept nowhere, so only the first answer can show it.
        var made = new AtomicReference<@Nullable Created>();
        key.send(List.of("create", person), "org.staff.createdBefore", () -> made.set(administration.create(person)));
        Created account = made.get();
        PasswordDialog.show(
                opener,
                person.username(),
                account == null ? null : account.initialPassword(),
                "org.staff.createdBefore");
        if (account != null) {
            created.accept(account.staffId());
        }
        return true;
    }

    private static TextField field(String label, int longest) {
        TextField field = new TextField(label);
        field.setMaxLength(longest);
        field.setWidthFull();
        return field;
    }
}
