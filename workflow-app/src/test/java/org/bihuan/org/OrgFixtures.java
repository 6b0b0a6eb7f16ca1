package org.bihuan.org;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, and files of units, for tests of units and staff. */
final class OrgFixtures {

    /** Id of nobody in the database. */
    private OrgFixtures() {}

    /** As the program itself, which has the roles of both administrations; no person has. */
    static void signInAsAdministrator() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        "the program", null, "ROLE_SYSTEM_ADMINISTRATOR", "ROLE_SECURITY_ADMINISTRATOR"));
    }

    static void signIn(long staffId) {
        var principal = new StaffPrincipal(staffId, "somebody", "", true, true, false);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(principal, null));
    }

    /** Somebody who has held a post of this role at the unit for years. */
    static long person(JdbcTemplate jdbc, Role role, long unitId) {
        String username = UUID.randomUUID().toString();
        String duty = role.duty().name();
        jdbc.update(
                "insert into org_staff (username, name, password_hash, must_change_password, enabled, duty)"
                        + " values (?, '某人', '', false, true, ?)",
                username,
                duty);
        jdbc.update(
                "insert into org_post (unit_id, role, duty) values (?, ?, ?) on duplicate key update role = role",
                unitId,
                role.name(),
                duty);
        jdbc.update(
                "insert into org_staff_post (staff_id, post_id, valid_from, duty) select s.id, p.id, '2020-01-01', ?"
                        + " from org_staff s, org_post p where s.username = ? and p.unit_id = ? and p.role = ?",
                duty,
                username,
                unitId,
                role.name());
        return jdbc.queryForObject("select id from org_staff where username = ?", Long.class, username);
    }

    /** The district's file with codes that begin with 99 instead of 37, so that no other test has these units. */
    static String district() {
        return resource("/org/qingdao-shibei-370203.csv");
    }

    static String grids() {
        return resource("/org/qingdao-shibei-grids-synthetic.csv");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream in = OrgFixtures.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\b37(?=\\d{10})", "99");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
