package org.bihuan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.bihuan.attachment.StorageSpace.Space;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTest {

    @Test
    void isWhatABrokenConnectionMeansHoweverDeepItIsWrapped() {
        var error = new CannotCreateTransactionException(
                "Could not open",
                new SQLTransientConnectionException("pool", "08S01", new SQLException("link", "08S01")));

        assertThat(Outage.isDatabaseGone(new RuntimeException(error))).isTrue();
    }

    @Test
    void isNotAnExhaustedPoolNorABadStatement() {
        assertThat(Outage.isDatabaseGone(new SQLTransientConnectionException("pool - not available", (String) null)))
                .isFalse();
        assertThat(Outage.isDatabaseGone(new SQLException("duplicate", "23000")))
                .isFalse();
        assertThat(Outage.isDatabaseGone(null)).isFalse();
    }

    @Nested
    class Gate {

        @Test
        void saysInPlainWordsWhenToComeBack() throws Exception {
            MockHttpServletResponse answer = open(false, "/report", "text/html,*/*");

            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("15");
            assertThat(answer.getContentAsString()).contains("暂时连不上数据库", "The database cannot be reached");
        }

        @ParameterizedTest
        @CsvSource({
            "true, GET, /report, 'text/html'",
            "false, GET, /bihuan.css, 'text/css,*/*;q=0.1'",
            "false, POST, /report, 'text/html'",
            "false, GET, /actuator/health, 'text/html'"
        })
        void letsThroughWhatIsNoPageToBeOpened(boolean reachable, String method, String path, String accept)
                throws Exception {
            assertThat(open(reachable, path, accept, method).getStatus()).isEqualTo(200);
        }

        @Test
        void letsPagesThatAreOpenGoOn() throws Exception {
            var request = request("GET", "/report", "text/html");
            request.setParameter("v-r", "heartbeat");

            assertThat(answer(false, request).getStatus()).isEqualTo(200);
        }

        private MockHttpServletResponse open(boolean reachable, String path, String accept) throws Exception {
            return open(reachable, path, accept, "GET");
        }

        private MockHttpServletResponse open(boolean reachable, String path, String accept, String method)
                throws Exception {
            return answer(reachable, request(method, path, accept));
        }

        private static MockHttpServletRequest request(String method, String path, String accept) {
            var request = new MockHttpServletRequest(method, path);
            request.addHeader("Accept", accept);
            return request;
        }

        private static MockHttpServletResponse answer(boolean reachable, MockHttpServletRequest request)
                throws ServletException, IOException {
            var response = new MockHttpServletResponse();
            new DatabaseGate(() -> reachable).doFilter(request, response, new MockFilterChain());
            return response;
        }
    }

    @Nested
    class Readiness {

        @ParameterizedTest
        @CsvSource({"13, 13, UP", "13, 14, UP", "13, 12, DOWN", "9, 10, UP", "13, '', UNKNOWN"})
        void refusesASchemaOlderThanTheProgram(String needed, String found, String status) {
            assertThat(HealthConfiguration.schema(needed, found).getStatus()).isEqualTo(new Status(status));
        }

        @ParameterizedTest
        @CsvSource({"true, true, UP", "true, false, DOWN", "false, false, UP"})
        void needsTheJobExecutorWhereItIsWanted(boolean wanted, boolean running, String status) {
            assertThat(HealthConfiguration.jobs(wanted, running).getStatus()).isEqualTo(new Status(status));
        }

        @ParameterizedTest
        @CsvSource({"50, true, UP", "5, true, UP", "4, true, DEGRADED", "50, false, DEGRADED"})
        void isDegradedNotLostWithoutRoomForPhotos(long free, boolean writable, String status) {
            assertThat(HealthConfiguration.storage(new Space(100, free, writable, 5))
                            .getStatus())
                    .isEqualTo(new Status(status));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abcdefghijklmnop, Bearer abcdefghijklmnop, true",
        "abcdefghijklmnop, Bearer abcdefghijklmnoq, false",
        "abcdefghijklmnop, abcdefghijklmnop, false",
        "abcdefghijklmnop,, false",
        "'', 'Bearer ', false"
    })
    void figuresAreForTheHolderOfTheToken(String token, String header, boolean opens) {
        assertThat(MetricsDoor.opens(token, header)).isEqualTo(opens);
    }
}
