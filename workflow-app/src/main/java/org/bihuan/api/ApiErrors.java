package org.bihuan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.bihuan.idempotency.OtherContentException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns what callers below {@code /api} do wrong into a problem; other addresses and the unforeseen are left to others. */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception error) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        Problem problem = problem(error, response);
        if (problem == null) {
            return null;
        }
        try {
            problems.write(request, response, problem);
        } catch (IOException e) {
            LOG.debug("The caller is gone", e);
        }
        return new ModelAndView();
    }

    private static @Nullable Problem problem(Exception error, HttpServletResponse response) {
        return switch (error) {
            case ProblemException e -> e.problem();
            case OtherContentException e -> Problem.of(422, "otherContent");
            case HttpRequestMethodNotSupportedException e -> {
                Set<HttpMethod> allowed = e.getSupportedHttpMethods();
                if (allowed != null) {
                    response.setHeader(
                            "Allow",
                            String.join(
                                    ", ",
                                    allowed.stream()
                                            .map(HttpMethod::name)
                                            .sorted()
                                            .toList()));
                }
                yield Problem.of(405, "method");
            }
            case HttpMediaTypeNotSupportedException e -> Problem.of(415, "mediaType");
            case HttpMediaTypeNotAcceptableException e -> Problem.of(406, "notAcceptable");
            case HttpMessageNotReadableException e -> Problem.of(400, "badJson");
            case ErrorResponse e when e.getStatusCode().value() == 404 -> Problem.notFound();
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() ->
                Problem.of(e.getStatusCode().value(), "badRequest");
            case ConcurrencyFailureException e -> busy(response);
            case TransientDataAccessException e -> busy(response);
            case DataAccessResourceFailureException e -> busy(response);
            case CannotCreateTransactionException e -> busy(response);
            // The unforeseen gets its number where all errors do.
            default -> null;
        };
    }

    private static Problem busy(HttpServletResponse response) {
        response.setHeader("Retry-After", "2");
        return Problem.of(503, "busy");
    }
}
