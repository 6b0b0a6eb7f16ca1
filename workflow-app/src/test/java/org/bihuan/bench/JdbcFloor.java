package org.bihuan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.bench.Peers.Approving;

/**
 * As fast as it can be: the rows that the product writes into its own tables, the reads of the person's rights and the
 * four commits, by hand and without an engine.
 */
final class JdbcFloor implements Approving {

    private static final String INBOX = "insert into inbox_item (task_id, post_id, assignee_id, family, case_number,"
            + " task_key, form_key, title, place, unit_path, created_at, due_at, warn_at) values (?, ?, ?, 'approval', ?,"
            + " 'reviewApproval', 'approval/review-approval', '采购办公桌', '科技街', '/1/', utc_timestamp(),"
            + " utc_timestamp(), utc_timestamp())";

    private static final String CHANGE = "insert into inbox_change (post_id, staff_id, changed_at)"
            + " select post_id, assignee_id, utc_timestamp() from inbox_item where task_id = ?";

    private static final String AUDIT = "insert into audit_entry (case_number, family, event_type, actor_kind,"
            + " actor_staff_id, actor_name, occurred_at, note, public_note, visible_to_reporter)"
            + " values (?, 'approval', 'approval.step', 'STAFF', 1, '李强', utc_timestamp(), '同意', '同意', true)";

    private static final String DONE =
            "insert into inbox_done (staff_id, task_id, family, case_number, task_key, title,"
                    + " place, created_at, due_at, completed_at) select 1, task_id, family, case_number, task_key, title, place,"
                    + " created_at, due_at, utc_timestamp() from inbox_item where task_id = ?";

    private final DataSource dataSource;
    private final BenchPeople people;

    JdbcFloor(DataSource dataSource, BenchPeople people) throws SQLException {
        this.dataSource = dataSource;
        this.people = people;
        try (Connection connection = dataSource.getConnection()) {
            run(connection, "insert into case_number_counter (prefix, year, last_number) values ('FLOOR', 2026, 0)");
            connection.commit();
        }
    }

    @Override
    public String name() {
        return "plain JDBC";
    }

    @Override
    public void approve(int user) {
        try (Connection connection = dataSource.getConnection()) {
            long post = people.post(user);
            String review = UUID.randomUUID().toString();
            String sign = UUID.randomUUID().toString();
            String number = ask(connection, post, review);
            rights(connection);
            run(connection, "update inbox_item set assignee_id = 1 where task_id = ? and assignee_id is null", review);
            run(connection, CHANGE, review);
            run(connection, AUDIT, number);
            connection.commit();
            end(connection, review, number, "REVIEWED");
            run(connection, INBOX, sign, post, 1L, number);
            run(connection, CHANGE, sign);
            connection.commit();
            end(connection, sign, number, "GRANTED");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(Connection connection, long post, String task) throws SQLException {
        rights(connection);
        run(connection, "update case_number_counter set last_number = last_number + 1 where prefix = 'FLOOR'");
        String number = "FLOOR-2026-%06d"
                .formatted(read(connection, "select last_number from case_number_counter where prefix = 'FLOOR'"));
        run(
                connection,
                "insert into case_file (number, family, title, place, unit_id, status, started_by, started_at)"
                        + " values (?, 'approval', '采购办公桌', '科技街', 1, 'ASKED', 1, utc_timestamp())",
                number);
        run(connection, INBOX, task, post, null, number);
        run(connection, CHANGE, task);
        run(connection, AUDIT, number);
        connection.commit();
        return number;
    }

    private static void end(Connection connection, String task, String number, String status) throws SQLException {
        rights(connection);
        read(connection, "select assignee_id from inbox_item where task_id = ? for update", task);
        run(connection, "update case_file set status = ? where number = ?", status, number);
        run(connection, AUDIT, number);
        run(connection, DONE, task);
        run(connection, CHANGE, task);
        run(connection, "delete from inbox_item where task_id = ?", task);
    }

    private static void rights(Connection connection) throws SQLException {
        read(
                connection,
                "select count(*) from org_staff s join org_staff_post sp on sp.staff_id = s.id"
                        + " where s.id = 1 and s.enabled");
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static long read(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
