package org.bihuan.operation;

import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.transaction.BusyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/** The last one to be asked when an endpoint fails: a number for the unforeseen, a time to wait for an outage. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAnswers {

    private final ErrorIds errors;

    ProblemAnswers(ErrorIds errors) {
        this.errors = errors;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> answer(Exception error, HttpServletRequest request) throws Exception {
        if (error instanceof AccessDeniedException || error instanceof AuthenticationException) {
            throw error; // Spring Security's to answer
        }
        if (Outage.isDatabaseGone(error)) {
            return Problems.outage();
        }
        if (BusyException.isCauseOf(error)) {
            throw error; // answered around everything, because filters can be too busy as well
        }
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Problems.unexpected(
                errors.record(error, ErrorIds.Kind.API, request.getMethod() + " " + (pattern == null ? "?" : pattern)));
    }
}
