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
 * opens the account {@code admin} (or {@code BIHUAN_ADMINISTRATOR_USERNAME}) for units and settings, and the account
 * {@code security} (or {@code BIHUAN_ADMINISTRATOR_SECURITY_USERNAME}) for accounts and posts, each with that password,
 * to be changed at the first sign-in. The posts are at a unit of their own, because there may be no other yet.
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
    private final String securityUsername;
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
            @Value("${bihuan.administrator.security-username:security}") String securityUsername,
            @Value("${bihuan.administrator.password}") String password) {
        this.orgs = orgs;
        this.units = units;
        this.staff = staff;
        this.appointments = appointments;
        this.changes = changes;
        this.passwords = passwords;
        this.transaction = transaction;
        this.username = username;
        this.securityUsername = securityUsername;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (password.isBlank()) {
            // An environment variable that is set to nothing must not open an account without a password.
            return;
        }
        transaction.executeWithoutResult(status -> {
            openUnlessThere(Role.SYSTEM_ADMINISTRATOR, username, "系统管理员");
            openUnlessThere(Role.SECURITY_ADMINISTRATOR, securityUsername, "安全管理员");
        });
    }

    private void openUnlessThere(Role role, String account, String name) {
        if (staff.lockAdministrators(role, appointments.today()).isEmpty()) {
            open(unit(), role, account, name);
        }
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

    private void open(OrgUnit unit, Role role, String account, String name) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder made no hash");
        }
        var post = new Appointment(unit.id(), role, appointments.today());
        appointments.open(List.of(new NewStaff(account, name, null, List.of(post))), hash, true);
        changes.note("staff.create", account, "first " + role);
        LOG.info("Opened the account {} for the first {}; its password must be changed", account, role);
    }
}
