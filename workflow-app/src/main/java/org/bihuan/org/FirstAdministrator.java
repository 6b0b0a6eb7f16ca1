package org.bihuan.org;

import java.util.List;
import org.bihuan.org.NewStaff.Appointment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody into an empty program: when nobody can administer it and {@code BIHUAN_ADMINISTRATOR_PASSWORD} is set,
 * opens the account {@code admin} (or {@code BIHUAN_ADMINISTRATOR_USERNAME}) with that password, to be changed at the
 * first sign-in. The post is at a unit of its own, because there may be no other yet.
 */
@Component
@ConditionalOnProperty("bihuan.administrator.password")
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private static final String UNIT_CODE = "BIHUAN";

    private final OrgMapper orgs;
    private final OrgWriteMapper units;
    private final StaffWriteMapper staff;
    private final Appointments appointments;
    private final ChangeLog changes;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final String username;
    private final String password;

    FirstAdministrator(
            OrgMapper orgs,
            OrgWriteMapper units,
            StaffWriteMapper staff,
            Appointments appointments,
            ChangeLog changes,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            @Value("${bihuan.administrator.username:admin}") String username,
            @Value("${bihuan.administrator.password}") String password) {
        this.orgs = orgs;
        this.units = units;
        this.staff = staff;
        this.appointments = appointments;
        this.changes = changes;
        this.passwords = passwords;
        this.transaction = transaction;
        this.username = username;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (password.isBlank()) {
            // An environment variable that is set to nothing must not open an account without a password.
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (staff.lockAdministrators(appointments.today()).isEmpty()) {
                open(unit());
            }
        });
    }

    private OrgUnit unit() {
        OrgUnit unit = orgs.findByCode(UNIT_CODE);
        if (unit == null) {
            var line = new OrgWriteMapper.Line(UNIT_CODE, "系统管理", UnitKind.DEPARTMENT, null);
            units.save(List.of(line), appointments.today());
            units.rewritePaths();
            unit = orgs.findByCode(UNIT_CODE);
        }
        if (unit == null) {
            throw new IllegalStateException("The unit of the first administrator was not saved");
        }
        return unit;
    }

    private void open(OrgUnit unit) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder made no hash");
        }
        var post = new Appointment(unit.id(), Role.ADMINISTRATOR, appointments.today());
        appointments.open(List.of(new NewStaff(username, "管理员", null, List.of(post))), hash, true);
        changes.note("staff.create", username, "first administrator");
        LOG.info("Opened the account {} for the first administrator; its password must be changed", username);
    }
}
