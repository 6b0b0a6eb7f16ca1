package org.bihuan.operation;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server says when neither a page of Vaadin nor an endpoint could answer, for example a filter that failed. */
@RestController
class PlainErrorPage implements ErrorController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ErrorIds errors;

    PlainErrorPage(ErrorIds errors) {
        this.errors = errors;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> show(HttpServletRequest request) {
        HttpStatus status = status(request);
        Throwable error = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        boolean page = forPeople(request);
        if (Outage.isDatabaseGone(error)) {
            return page ? html(HttpStatus.SERVICE_UNAVAILABLE, PlainPage.outage(), true) : Problems.outage();
        }
        if (status.is5xxServerError()) {
            String id = errors.record(
                    error == null ? new IllegalStateException("Status " + status.value()) : error,
                    page ? ErrorIds.Kind.PAGE : ErrorIds.Kind.API,
                    firstStep(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
            return page ? html(status, PlainPage.unexpected(id), false) : Problems.unexpected(id);
        }
        if (!page) {
            return Problems.plain(status);
        }
        return html(status, status == HttpStatus.NOT_FOUND ? PlainPage.notFound() : PlainPage.refused(), false);
    }

    private static ResponseEntity<Object> html(HttpStatus status, String page, boolean retry) {
        var answer = ResponseEntity.status(status).contentType(HTML);
        if (retry) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(PlainPage.RETRY_SECONDS));
        }
        return answer.body(page);
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && HttpStatus.resolve(code) instanceof HttpStatus known
                ? known
                : HttpStatus.NOT_FOUND;
    }

    private static boolean forPeople(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The rest of an address may be a resident's secret. */
    private static String firstStep(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(0, second) + "/…";
    }
}
