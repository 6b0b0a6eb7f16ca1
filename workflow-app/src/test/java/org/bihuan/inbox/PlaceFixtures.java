package org.bihuan.inbox;

import java.util.concurrent.atomic.AtomicLong;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.org.Role;
import org.bihuan.org.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Units above each other, posts of any role there, and cases that lie there. */
public final class PlaceFixtures {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final ApplicationContext context;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PlaceFixtures(ApplicationContext context) {
        this.context = context;
        jdbc = context.getBean(JdbcTemplate.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    /** A new unit below the other one, or at the top. */
    public long unit(UnitKind kind, @Nullable Long parent) {
        return transaction.execute(status -> {
            long n = COUNTER.incrementAndGet();
            jdbc.update(
                    "insert into org_unit (code, name, kind, parent_id, path, valid_from) values (?, ?, ?, ?, ?, '2020-01-01')",
                    "PLACE" + n,
                    "测试" + n,
                    kind.name(),
                    parent,
                    "/p" + n + "/");
            long id = jdbc.queryForObject("select last_insert_id()", Long.class);
            String above = parent == null
                    ? "/"
                    : jdbc.queryForObject("select path from org_unit where id = ?", String.class, parent);
            jdbc.update("update org_unit set path = ? where id = ?", above + id + "/", id);
            return id;
        });
    }

    /** A new post of the unit. */
    public long post(long unit, Role role) {
        return transaction.execute(status -> {
            jdbc.update(
                    "insert into org_post (unit_id, role, duty) values (?, ?, ?)",
                    unit,
                    role.name(),
                    role.duty().name());
            return jdbc.queryForObject("select last_insert_id()", Long.class);
        });
    }

    /** The case lies at that unit from now on. */
    public void lay(CaseNumber number, long unit) {
        transaction.executeWithoutResult(status -> {
            CaseRegister register = context.getBean(CaseRegister.class);
            CaseFile file = register.find(number).orElseThrow();
            register.update(number, file.title(), file.place(), unit, file.status());
        });
    }

    /** Shuts the account. */
    public void shut(long staffId) {
        transaction.executeWithoutResult(
                status -> jdbc.update("update org_staff set enabled = false where id = ?", staffId));
    }
}
