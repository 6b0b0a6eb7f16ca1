package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.bihuan.org.Borders;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** What those who keep it running are answered from outside, and what a failure says to whom. */
@Tag("database")
@SpringBootTest(
        classes = BihuanApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bihuan.engine.job-executor=false",
            "bihuan.storage.folder=target/test-storage",
            "bihuan.operation.metrics-token=" + OperationTest.TOKEN,
            "management.prometheus.metrics.export.enabled=true"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(OperationTest.Broken.class)
class OperationTest {

    static final String TOKEN = "0123456789abcdef0123";

    private static final Pattern NUMBER = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}");

    @LocalServerPort
    int port;

    @MockitoBean
    Borders borders;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final HttpClient client = HttpClient.newHttpClient();

    @Nested
    class Health {

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"})
        void tellsEverybodyNothingButWhetherItLives(String path) throws Exception {
            var answer = get(path, "Accept", "application/json");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details");
        }
    }

    @Nested
    class Figures {

        @Test
        void areGivenToTheHolderOfTheToken() throws Exception {
            var answer = get("/actuator/prometheus", "Authorization", "Bearer " + TOKEN);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            "bihuan_jobs_failed ",
                            "bihuan_jobs_oldest_due_seconds ",
                            "bihuan_figures_age_seconds ",
                            "bihuan_alert{kind=\"failed_jobs\"} 0.0",
                            "bihuan_push_pages 0.0",
                            "hikaricp_connections_active{");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer 0123456789abcdef0124", "Bearer ", "Basic YWRtaW46YWRtaW4=", "x"})
        void doNotExistForAnybodyElse(String credentials) throws Exception {
            assertThat(get("/actuator/prometheus", "Authorization", credentials).statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Failures {

        @Test
        void ofAnEndpointAreAProblemWithANumber() throws Exception {
            given(borders.under(any(), any())).willThrow(new IllegalStateException("张三"));
            transaction.executeWithoutResult(status -> jdbc.update("insert ignore into org_unit"
                    + " (code, name, kind, path, valid_from) values ('OPER777', '测试网格', 'GRID', '/', '2020-01-01')"));

            var answer = get("/map/borders.json?under=OPER777&kind=GRID", "Accept", "application/json");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body())
                    .containsPattern("\"errorId\":\"" + NUMBER + "\"")
                    .doesNotContain("张三", "777");
        }

        @Test
        void beforeAnyPageAreAPageWithALargeNumber() throws Exception {
            var answer = get("/broken-filter", "Accept", "text/html");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("错误编号", "bihuan-error-number")
                    .containsPattern(NUMBER)
                    .doesNotContain("张三", "IllegalStateException");
        }

        @Test
        void carryTheIdOfTheRequest() throws Exception {
            assertThat(get("/broken-filter", "X-Request-Id", "00112233445566778899aabbccddeeff")
                            .headers()
                            .allValues("X-Request-Id"))
                    .containsExactly("00112233445566778899aabbccddeeff");
            assertThat(get("/login", "X-Request-Id", "<script>").headers().firstValue("X-Request-Id"))
                    .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{16}"));
        }
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(header, value)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A filter that fails with somebody's name in the message. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        FilterRegistrationBean<Filter> brokenFilter() {
            Filter filter = (request, response, chain) -> {
                throw new IllegalStateException("张三");
            };
            var registration = new FilterRegistrationBean<>(filter);
            registration.addUrlPatterns("/broken-filter");
            registration.setOrder(-200);
            return registration;
        }
    }
}
