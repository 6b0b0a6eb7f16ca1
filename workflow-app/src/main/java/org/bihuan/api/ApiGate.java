package org.bihuan.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.bihuan.idempotency.SendKey;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request below {@code /api} passes first: how often, how large, and that each POST carries a key under which
 * a repetition is recognised.
 */
class ApiGate extends OncePerRequestFilter {

    /** Callers without an account share one space of keys; shorter ones would meet by accident. */
    static final int SHORTEST_KEY = 16;

    private final RequestRate rate;
    private final int mostBytes;
    private final Problems problems;

    ApiGate(RequestRate rate, int mostBytes, Problems problems) {
        this.rate = rate;
        this.mostBytes = mostBytes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = rate.take(request.getRemoteAddr());
        if (!wait.isZero()) {
            response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
            problems.write(request, response, Problem.of(429, "tooOften", wait.toSeconds()));
            return;
        }
        if ("POST".equals(request.getMethod())) {
            List<String> keys = Collections.list(request.getHeaders(SendKey.HEADER));
            if (keys.isEmpty()) {
                problems.write(request, response, Problem.of(400, "keyMissing"));
                return;
            }
            if (keys.size() > 1 || !fit(keys.getFirst())) {
                problems.write(request, response, Problem.of(400, "keyInvalid"));
                return;
            }
        }
        byte[] body = request.getContentLengthLong() > mostBytes
                ? null
                : request.getInputStream().readNBytes(mostBytes + 1);
        if (body == null || body.length > mostBytes) {
            problems.write(request, response, Problem.of(413, "tooLarge", mostBytes / 1024));
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private static boolean fit(String key) {
        try {
            return new SendKey(key).value().length() >= SHORTEST_KEY;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
