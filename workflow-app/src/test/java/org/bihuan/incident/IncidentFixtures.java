package org.bihuan.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bihuan.org.Role;
import org.bihuan.org.StaffPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small district of its own: one street, one community, two grids side by side, a department, and people at their
 * posts. The second grid has nobody.
 */
public class IncidentFixtures {

    /** Each fixture lies somewhere else on the globe, so that borders of several never overlap. */
    private static final AtomicLong NEXT = new AtomicLong();

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public final double west = 10 + NEXT.getAndIncrement();
    public final double south = 20;

    public final long district;
    public final long community;
    public final long grid;
    public final long vacantGrid;
    public final long department;

    public final Person worker;
    public final Person secondWorker;
    public final Person checker;
    public final Person dispatcher;
    public final Person official;
    public final Person stranger;

    public final long category;

    public record Person(long id, String username, String name, Role role) {}

    /** The pool commits nothing by itself, so everything is made in one transaction. */
    public static IncidentFixtures create(JdbcTemplate jdbc, TransactionTemplate transaction) {
        return transaction.execute(status -> new IncidentFixtures(jdbc, transaction));
    }

    private IncidentFixtures(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        jdbc.update("update org_unit set case_prefix = null");
        district = unit("DISTRICT", "测试区", null, "TST");
        long street = unit("STREET", "测试街道", district, null);
        community = unit("COMMUNITY", "测试社区", street, null);
        grid = unit("GRID", "测试社区第1网格", community, null);
        vacantGrid = unit("GRID", "测试社区第2网格", community, null);
        department = unit("DEPARTMENT", "城市管理局", district, null);
        border(district, west, south, west + 0.5, south + 0.5);
        border(grid, west, south, west + 0.1, south + 0.1);
        border(vacantGrid, west + 0.1, south, west + 0.2, south + 0.1);
        worker = person("王一", Role.GRID_WORKER, grid);
        secondWorker = person("王二", Role.GRID_WORKER, grid);
        checker = person("李社区", Role.COMMUNITY_STAFF, community);
        dispatcher = person("赵指挥", Role.DISPATCHER, district);
        official = person("孙部门", Role.DEPARTMENT_STAFF, department);
        stranger = person("钱旁人", Role.GRID_WORKER, unit("GRID", "外地网格", unit("DISTRICT", "外区", null, null), null));
        category = insert(
                "insert into incident_category (code, class_name, name, term, active) values (?, '市容环境', '暴露垃圾', '4WH', true)",
                code());
    }

    /** A report from within the grid that has workers. */
    public IncidentReport report() {
        return report(west + 0.05, south + 0.05, category);
    }

    IncidentReport report(@Nullable Double longitude, @Nullable Double latitude, @Nullable Long categoryId) {
        return new IncidentReport(
                UUID.randomUUID().toString(), categoryId, "楼下垃圾成堆", longitude, latitude, null, "1 号楼", null, List.of());
    }

    public IncidentReport reportByName() {
        return new IncidentReport(
                UUID.randomUUID().toString(), category, "楼下垃圾成堆", null, null, community, "1 号楼", null, List.of());
    }

    /** One more grid worker. */
    public Person appoint(String name, long gridId) {
        return transaction.execute(status -> person(name, Role.GRID_WORKER, gridId));
    }

    public void signIn(Person person) {
        var principal = new StaffPrincipal(person.id(), person.username(), "", true, true, false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, List.of(new SimpleGrantedAuthority("ROLE_" + person.role()))));
    }

    public static void signOut() {
        SecurityContextHolder.clearContext();
    }

    void change(String sql, Object... arguments) {
        transaction.executeWithoutResult(status -> jdbc.update(sql, arguments));
    }

    long count(String sql, Object... arguments) {
        return jdbc.queryForObject(sql, Long.class, arguments);
    }

    private long unit(String kind, String name, @Nullable Long parent, @Nullable String prefix) {
        long id = insert(
                "insert into org_unit (code, name, kind, parent_id, path, case_prefix, valid_from) values (?, ?, ?, ?, '', ?, '2020-01-01')",
                code(),
                name,
                kind,
                parent,
                prefix);
        String above = parent == null
                ? "/"
                : jdbc.queryForObject("select path from org_unit where id = ?", String.class, parent);
        jdbc.update("update org_unit set path = ? where id = ?", above + id + "/", id);
        return id;
    }

    private void border(long unit, double x1, double y1, double x2, double y2) {
        jdbc.update(
                "insert into org_border (unit_id, border, `generated`) values (?, st_geomfromtext(?, 0), true)",
                unit,
                "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(x1, y1, x2, y2));
    }

    private Person person(String name, Role role, long unit) {
        String username = code();
        long id = insert(
                "insert into org_staff (username, name, password_hash, must_change_password, enabled) values (?, ?, '', false, true)",
                username,
                name);
        jdbc.update(
                "insert into org_post (unit_id, role) values (?, ?) on duplicate key update role = values(role)",
                unit,
                role.name());
        jdbc.update(
                "insert into org_staff_post (staff_id, post_id, valid_from) select ?, id, ? from org_post where unit_id = ? and role = ?",
                id,
                LocalDate.of(2020, 1, 1),
                unit,
                role.name());
        return new Person(id, username, name, role);
    }

    private long insert(String sql, Object... arguments) {
        return jdbc.execute((org.springframework.jdbc.core.ConnectionCallback<Long>) connection -> {
            try (var statement = connection.prepareStatement(sql, java.sql.Statement.RETURN_GENERATED_KEYS)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                statement.executeUpdate();
                try (var keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    private static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
