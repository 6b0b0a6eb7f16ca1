package org.bihuan.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffPrincipal;
import org.bihuan.org.StaffService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out staff whose account was disabled, and lets whoever still has an initial password reach nothing but the page
 * where it is changed. What the others may do is asked of {@code Rights}, which reads posts anew for each question.
 */
class CurrentRightsFilter extends OncePerRequestFilter {

    /** Where an initial password is changed. */
    static final String PASSWORD_PAGE = "/account/password";

    private final StaffService staff;
    private final SecurityContextHolderStrategy contexts;
    private final RequestMatcher staticFiles;
    private final RequestMatcher openBeforePasswordChange;
    private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();

    /**
     * @param contexts the strategy of all other filters, which is Vaadin's and not the one that the static holder began with
     * @param staticFiles requests that need no rights, spared a query each
     * @param openBeforePasswordChange requests served while an initial password is still in use
     */
    CurrentRightsFilter(
            StaffService staff,
            SecurityContextHolderStrategy contexts,
            RequestMatcher staticFiles,
            RequestMatcher openBeforePasswordChange) {
        this.staff = staff;
        this.contexts = contexts;
        signOut.setSecurityContextHolderStrategy(contexts);
        this.staticFiles = staticFiles;
        this.openBeforePasswordChange = openBeforePasswordChange;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return staticFiles.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = contexts.getContext();
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal) {
            Optional<Staff> person = staff.find(principal.staffId()).filter(Staff::enabled);
            if (person.isEmpty()) {
                signOut.logout(request, response, authentication);
            } else if (person.get().mustChangePassword()) {
                renew(context, principal, authentication, List.of(StaffPrincipal.INITIAL_PASSWORD));
                if (!openBeforePasswordChange.matches(request)) {
                    response.sendRedirect(request.getContextPath() + PASSWORD_PAGE);
                    return;
                }
            } else {
                renew(context, principal, authentication, List.of());
            }
        }
        chain.doFilter(request, response);
    }

    /**
     * Changes the context that lies in the session instead of a copy: Vaadin reads the session's, also when it runs
     * work of a background thread, and writing a copy back could bring a session to life that was just signed out.
     */
    private static void renew(
            SecurityContext context, StaffPrincipal principal, Authentication before, List<String> marks) {
        List<GrantedAuthority> authorities = Stream.concat(
                        before.getAuthorities().stream().filter(CurrentRightsFilter::isNoMark),
                        marks.stream().map(SimpleGrantedAuthority::new))
                .map(GrantedAuthority.class::cast)
                .toList();
        var renewed = UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
        renewed.setDetails(before.getDetails());
        context.setAuthentication(renewed);
    }

    private static boolean isNoMark(GrantedAuthority authority) {
        return !StaffPrincipal.INITIAL_PASSWORD.equals(authority.getAuthority());
    }
}
