package org.bihuan.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bihuan.org.CurrentUser;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes whose request it is, by the id and not by the name; runs after the sign-in is known. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class StaffMark extends OncePerRequestFilter {

    private final CurrentUser user;

    StaffMark(CurrentUser user) {
        this.user = user;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        user.staffId().ifPresent(id -> MDC.put(LogMarks.STAFF, id.toString()));
        chain.doFilter(request, response);
    }
}
