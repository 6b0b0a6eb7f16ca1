package org.bihuan.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.bihuan.casefile.CaseEvent;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id that every line of the log carries; a proxy before this one may have given it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RequestMarks extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{8,32}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        String trace = given != null && PLAIN.matcher(given).matches() ? given : LogMarks.newTrace();
        MDC.put(LogMarks.TRACE, trace);
        response.setHeader(HEADER, trace);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LogMarks.TRACE);
            MDC.remove(LogMarks.STAFF);
            MDC.remove(LogMarks.CASE);
            MDC.remove(LogMarks.ERROR);
        }
    }

    /** From here on the request is about this case. Threads of jobs get the mark from the engine. */
    @EventListener
    void about(CaseEvent event) {
        if (MDC.get(LogMarks.TRACE) != null) {
            MDC.put(LogMarks.CASE, event.caseRef().number().value());
        }
    }
}
