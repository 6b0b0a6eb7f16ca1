package org.bihuan.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bihuan.rights.Doors;
import org.bihuan.rights.Rights;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Opens an endpoint to whoever has the verb that {@code doors.csv} names for it; for everybody else, and where the file
 * names none, there is nothing at the address.
 */
class EndpointRights implements HandlerInterceptor {

    private final Doors doors;
    private final Rights rights;

    EndpointRights(Doors doors, Rights rights) {
        this.doors = doors;
        this.rights = rights;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod) || mayPass(request)) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return false;
    }

    private boolean mayPass(HttpServletRequest request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return doors.verb(Doors.Kind.ENDPOINT, method + " " + pattern)
                .or(() -> doors.verb(Doors.Kind.ENDPOINT, "ANY " + pattern))
                .filter(rights::may)
                .isPresent();
    }
}
