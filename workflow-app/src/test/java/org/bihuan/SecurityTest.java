package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors of the program, tried from outside over HTTP. */
@WebTest
class SecurityTest {

    private static final String PASSWORD = "correct horse battery";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PasswordEncoder encoder;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String username;

    @BeforeEach
    void account() {
        username = "u" + UUID.randomUUID().toString().substring(0, 8);
        change(
                "insert into org_staff (username, name, password_hash, must_change_password, enabled)"
                        + " values (?, '测试', ?, false, true)",
                username,
                encoder.encode(PASSWORD));
    }

    @Nested
    class Anonymous {

        @ParameterizedTest
        @ValueSource(
                strings = {"/", "/incidents", "/admin/units", "/account", "/actuator/env", "/photos/1", "/nothing"})
        void isLedToTheSignIn(String path) throws Exception {
            var answer = get(path);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(location(answer)).isEqualTo("/login");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/login",
                    "/report",
                    "/t/some-token",
                    "/bihuan.css",
                    "/manifest.webmanifest",
                    "/icons/icon.svg",
                    "/lumo/lumo.css",
                    "/webjars/leaflet/1.9.4/dist/leaflet.css",
                    "/actuator/health"
                })
        void readsWhatIsPublic(String path) throws Exception {
            assertThat(get(path).statusCode()).isEqualTo(200);
        }

        @Test
        void isNotLedToTheSignInByAMissingFile() throws Exception {
            assertThat(get("/webjars/no-such-file.js").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class Headers {

        @ParameterizedTest
        @ValueSource(strings = {"/login", "/bihuan.css", "/"})
        void protectEveryAnswer(String path) throws Exception {
            var headers = get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @Nested
    class SignIn {

        @Test
        void leadsToThePageThatWasAskedFor() throws Exception {
            get("/incidents");

            assertThat(location(signIn(PASSWORD))).startsWith("/incidents");
            assertThat(get("/incidents").statusCode()).isEqualTo(200);
        }

        @Test
        void changesTheSessionId() throws Exception {
            get("/login");
            String before = sessionId();

            signIn(PASSWORD);

            assertThat(sessionId()).isNotEqualTo(before);
        }

        @Test
        void answersTheSameToAWrongPasswordAndAnUnknownUser() throws Exception {
            String wrongPassword = location(signIn("wrong"));
            username = "nobody";

            assertThat(location(signIn("wrong"))).isEqualTo(wrongPassword).isEqualTo("/login?error");
        }

        @Test
        void isRefusedAfterFiveFailuresEvenWithTheRightPassword() throws Exception {
            for (int i = 0; i < 5; i++) {
                signIn("wrong");
            }

            assertThat(location(signIn(PASSWORD))).isEqualTo("/login?error");
            assertThat(get("/incidents").statusCode()).isEqualTo(302);
        }

        @Test
        void forgetsFailuresAfterASuccess() throws Exception {
            for (int i = 0; i < 4; i++) {
                signIn("wrong");
            }
            signIn(PASSWORD);
            signIn("wrong");

            assertThat(location(signIn(PASSWORD))).isNotEqualTo("/login?error");
        }

        @Test
        void isShownAnewWhenItsTokenIsNoLongerValid() throws Exception {
            var answer = post("/login", Map.of("username", username, "password", PASSWORD));

            assertThat(location(answer)).isEqualTo("/login?again");
            assertThat(get("/incidents").statusCode()).isEqualTo(302);
        }

        @Test
        void isRefusedToADisabledAccount() throws Exception {
            change("update org_staff set enabled = false where username = ?", username);

            assertThat(location(signIn(PASSWORD))).isEqualTo("/login?error");
        }
    }

    @Nested
    class SignOut {

        @Test
        void needsAToken() throws Exception {
            signIn(PASSWORD);

            assertThat(post("/logout", Map.of()).statusCode()).isEqualTo(403);
            assertThat(get("/incidents").statusCode()).isEqualTo(200);
        }

        @Test
        void endsTheSession() throws Exception {
            signIn(PASSWORD);

            assertThat(post("/logout", Map.of("_csrf", token("/incidents"))).statusCode())
                    .isEqualTo(302);
            assertThat(get("/incidents").statusCode()).isEqualTo(302);
        }
    }

    @Nested
    class Rights {

        @Test
        void endWithTheAccount() throws Exception {
            signIn(PASSWORD);
            assertThat(get("/incidents").statusCode()).isEqualTo(200);

            change("update org_staff set enabled = false where username = ?", username);

            assertThat(location(get("/incidents"))).isEqualTo("/login");
        }
    }

    @Nested
    class InitialPassword {

        @BeforeEach
        void mustBeChanged() {
            change("update org_staff set must_change_password = true where username = ?", username);
        }

        @Test
        void leadsToThePageWhereItIsChanged() throws Exception {
            signIn(PASSWORD);

            assertThat(location(get("/incidents"))).isEqualTo("/account/password");
            assertThat(location(get("/photos/1"))).isEqualTo("/account/password");
            assertThat(get("/account/password").statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/VAADIN/build/none.js", "/VAADIN/static/none.js", "/webjars/none.js", "/lumo/lumo.css"})
        void leavesThePartsOfThatPageOpen(String path) throws Exception {
            signIn(PASSWORD);

            assertThat(get(path).statusCode()).isIn(200, 404);
        }

        @Test
        void opensTheProgramOnceChanged() throws Exception {
            signIn(PASSWORD);
            change("update org_staff set must_change_password = false where username = ?", username);

            assertThat(get("/incidents").statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> signIn(String password) throws Exception {
        return post("/login", Map.of("username", username, "password", password, "_csrf", token("/login")));
    }

    private String token(String page) throws Exception {
        var found = TOKEN.matcher(get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*;q=0.8");
    }

    /** Path and query of where the answer leads. */
    private static String location(HttpResponse<String> answer) {
        URI target = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return target.getPath() + (target.getQuery() == null ? "" : "?" + target.getQuery());
    }

    private String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private void change(String sql, Object... arguments) {
        transaction.executeWithoutResult(status -> jdbc.update(sql, arguments));
    }
}
