package org.bihuan.org.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.bihuan.org.NewStaff;
import org.bihuan.org.NewStaff.Appointment;
import org.bihuan.org.OrgService;
import org.bihuan.org.StaffAdministration;

/** Opens an account, if wanted with its first post, and shows the initial password once. */
class NewStaffDialog {

    private final StaffAdministration administration;
    private final LongConsumer created;
    private final AskDialog dialog;
    private final TextField name;
    private final TextField username;
    private final TextField phone;
    private final AppointmentFields post;

    /** @param created receives the id of the new account */
    NewStaffDialog(
            Component opener, OrgService orgs, StaffAdministration administration, Clock clock, LongConsumer created) {
        this.administration = administration;
        this.created = created;
        name = field(opener.getTranslation("org.staff.name"), 60);
        username = field(opener.getTranslation("org.staff.username"), 60);
        username.setHelperText(opener.getTranslation("org.staff.usernameHelp"));
        phone = field(opener.getTranslation("org.staff.phone"), 30);
        post = new AppointmentFields(orgs, LocalDate.now(clock.withZone(StaffDetails.ZONE)));
        dialog = new AskDialog(
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
        String account = username.getValue().strip();
        var made = administration.create(new NewStaff(
                account,
                name.getValue().strip(),
                phone.getValue().strip(),
                appointment.stream().toList()));
        new PasswordDialog(account, made.initialPassword()).open();
        created.accept(made.staffId());
        return true;
    }

    private static TextField field(String label, int longest) {
        TextField field = new TextField(label);
        field.setMaxLength(longest);
        field.setWidthFull();
        return field;
    }
}
