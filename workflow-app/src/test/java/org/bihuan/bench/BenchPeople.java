package org.bihuan.bench;

import java.util.List;
import javax.sql.DataSource;
import org.bihuan.org.StaffPrincipal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Communities with a post and a person each, and people for races and lists. */
final class BenchPeople {

    /** Communities of a district with room to spare. */
    static final int COMMUNITIES = 2_000;

    /** Users who race for the same tasks. */
    static final int RIVALS = 8;

    private final JdbcTemplate jdbc;
    private final List<Long> posts;
    private final List<Long> clerks;
    private final List<Long> rivals;
    private final List<Long> readers;

    BenchPeople(DataSource dataSource, TransactionTemplate transaction, String numbers) {
        jdbc = new JdbcTemplate(dataSource);
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into org_unit (code, name, kind, path, valid_from)"
                            + " select concat('BENCH', n), concat('第', n, '社区'), 'COMMUNITY', '/', '2020-01-01' from "
                            + numbers + " where n < ? order by n",
                    COMMUNITIES);
            jdbc.update("update org_unit set path = concat('/', id, '/') where code like 'BENCH%'");
            jdbc.update("insert into org_post (unit_id, role) select id, 'GRID_WORKER' from org_unit"
                    + " where code like 'BENCH%' order by id");
            people("benchclerk", numbers, COMMUNITIES);
            people("benchrival", numbers, RIVALS);
            people("benchreader", numbers, BenchServer.READERS);
            hold("benchclerk", "u.code = concat('BENCH', substr(s.username, 11))");
            hold("benchrival", "u.code = 'BENCH0'");
            hold(
                    "benchreader",
                    "mod(substr(u.code, 6), " + BenchServer.GROUPS / BenchServer.GROUPS_OF_A_READER
                            + ") = substr(s.username, 12) and substr(u.code, 6) < " + BenchServer.GROUPS);
        });
        posts = jdbc.queryForList(
                "select p.id from org_post p join org_unit u on u.id = p.unit_id where u.code like 'BENCH%'"
                        + " order by substr(u.code, 6) + 0",
                Long.class);
        clerks = ids("benchclerk");
        rivals = ids("benchrival");
        readers = ids("benchreader");
        jdbc.queryForList("analyze table org_unit, org_post, org_staff, org_staff_post");
    }

    /** Post of the community with this number. */
    long post(int community) {
        return posts.get(community);
    }

    List<Long> posts(int count) {
        return posts.subList(0, count);
    }

    /** Goes on as the one who holds the community's post. */
    void signInClerk(int community) {
        signIn(clerks.get(community), "李" + community);
    }

    void signInRival(int rival) {
        signIn(rivals.get(rival), "李" + rival);
    }

    /** Goes on as somebody with ten posts. */
    void signInReader(int reader) {
        signIn(readers.get(reader), "李" + reader);
    }

    /** As the sign-in does: the session knows the name. */
    private static void signIn(long staffId, String name) {
        var principal = new StaffPrincipal(staffId, name, "bench" + staffId, "-", true, true, false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    }

    private void people(String username, String numbers, int count) {
        jdbc.update(
                "insert into org_staff (username, name, password_hash, must_change_password, enabled)"
                        + " select concat('" + username + "', n), concat('李', n), '-', false, true from " + numbers
                        + " where n < ? order by n",
                count);
    }

    private void hold(String username, String which) {
        jdbc.update("insert into org_staff_post (staff_id, post_id, valid_from)"
                + " select s.id, p.id, '2020-01-01' from org_staff s, org_post p join org_unit u on u.id = p.unit_id"
                + " where s.username like '" + username + "%' and u.code like 'BENCH%' and " + which);
    }

    private List<Long> ids(String username) {
        return jdbc.queryForList(
                "select id from org_staff where username like ? order by id", Long.class, username + "%");
    }
}
