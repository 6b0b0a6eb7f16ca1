package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

class BusyAnswerTest {

    private static final FilterChain EXHAUSTED = (request, response) -> {
        throw new ServletException(new CannotCreateTransactionException(
                "", new SQLTransientConnectionException("people - Connection is not available")));
    };

    private final BusyAnswer filter = new BusyAnswer(new Translations());

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void tellsAPersonInPlainWordsAndComesBackByItself() throws Exception {
        filter.doFilter(request("text/html,application/xhtml+xml", "zh-CN"), response, EXHAUSTED);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getContentAsString())
                .contains("系统繁忙,请稍后再试", "http-equiv=\"refresh\"")
                .doesNotContain("Exception");
    }

    @Test
    void speaksTheVisitorsLanguage() throws Exception {
        filter.doFilter(request("text/html", "en-US"), response, EXHAUSTED);

        assertThat(response.getContentAsString()).contains("The system is busy").doesNotContain("系统繁忙");
    }

    @Test
    void answersProgramsInJson() throws Exception {
        filter.doFilter(request("image/*", "zh-CN"), response, EXHAUSTED);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(JsonMapper.shared()
                        .readTree(response.getContentAsByteArray())
                        .path("error")
                        .asString())
                .isEqualTo("busy");
    }

    @Test
    void leavesOtherErrorsToThePageForErrors() {
        assertThatThrownBy(() -> filter.doFilter(request("text/html", "zh-CN"), response, (request, answer) -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    private static MockHttpServletRequest request(String accept, String language) {
        var request = new MockHttpServletRequest("GET", "/incidents");
        request.addHeader("Accept", accept);
        request.addHeader("Accept-Language", language);
        return request;
    }
}
