package org.bihuan.org;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, and files of units, for tests of units and staff. */
final class OrgFixtures {

    /** Id of nobody in the database. */
    static final long SOMEBODY = 987_654_321L;

    private OrgFixtures() {}

    static void signInAsAdministrator() {
        signIn(SOMEBODY, "ROLE_ADMINISTRATOR");
    }

    static void signIn(long staffId, String... authorities) {
        var principal = new StaffPrincipal(staffId, "somebody", "", true, true, false);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(principal, null, authorities));
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
