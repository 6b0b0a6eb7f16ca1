package org.bihuan.security;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.org.StaffService;
import org.bihuan.rights.Doors;
import org.bihuan.rights.Rights;
import org.bihuan.security.ui.LoginView;
import org.bihuan.transaction.BusyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** The doors: what is open to everybody, and that everything else needs a sign-in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    private static final Pattern SERVER = Pattern.compile("^https?://[a-zA-Z0-9.*:-]+");

    private static final RequestMatcher STATIC_FILES = paths(
            "/VAADIN/build/**",
            "/VAADIN/static/**",
            "/webjars/**",
            "/lumo/**",
            "/styles/**",
            "/map/**",
            "/bpmn-viewer/**",
            "/icons/**",
            "/bihuan.css",
            "/manifest.webmanifest",
            "/favicon.ico");

    /** Views among these are open by their own {@code @AnonymousAllowed} as well; the list is here to be read. */
    private static final RequestMatcher PUBLIC = RequestMatchers.anyOf(
            STATIC_FILES, paths("/report", "/t/**", "/login", "/language/**", "/api/public/**", "/actuator/health/**"));

    private static final RequestMatcher SIGN_IN = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login");

    /** A span and a timer around each question about a right would cost more than the question. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            RequestUtil vaadin,
            StaffService staff,
            SecurityContextHolderStrategy contexts,
            @Value("${bihuan.map.tile-url:}") String tileUrl) {
        RequestMatcher beforePasswordChange = RequestMatchers.anyOf(
                PUBLIC,
                vaadin::isFrameworkInternalRequest,
                vaadin::isAnonymousRoute,
                paths(CurrentRightsFilter.PASSWORD_PAGE, "/logout", "/error"));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll());
        // Vaadin's own setting would leave the sign-in itself without protection.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest));
        http.exceptionHandling(errors -> errors.accessDeniedHandler(SecurityConfiguration::denied));
        http.sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()));
        http.headers(headers -> headers(headers, tileOrigin(tileUrl)));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                views -> views.loginView(LoginView.class)
                        .enableCsrfConfiguration(false)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.addFilterBefore(
                new CurrentRightsFilter(staff, contexts, STATIC_FILES, beforePasswordChange),
                AuthorizationFilter.class);
        return http.build();
    }

    /** A sign-in page that lay open for so long that its session ended is shown anew; anything else is refused. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (SIGN_IN.matches(request)) {
            response.sendRedirect(request.getContextPath() + "/login?again");
        } else {
            // A form without its token is told so; whoever may not is told that there is nothing.
            if (refusal instanceof CsrfException) {
                new AccessDeniedHandlerImpl().handle(request, response, refusal);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    /**
     * Vaadin's client evaluates what its server sends, which needs unsafe-inline and unsafe-eval; everything else may
     * come from this server only. Pictures may also come from the map's tile server. The referrer stays at home so that
     * a resident's private link does not leak.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, String tileOrigin) {
        headers.withObjectPostProcessor(new EagerHeaders());
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                ("img-src 'self' data: blob: " + tileOrigin).strip(),
                "font-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'")));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(
                permissions -> permissions.policy("geolocation=(self), camera=(self), microphone=(), payment=()"));
    }

    /** The server in an address like {@code https://{s}.tiles.example/{z}/{x}/{y}.png}; empty when there is none. */
    static String tileOrigin(String tileUrl) {
        Matcher server = SERVER.matcher(tileUrl.replace("{s}", "*"));
        return server.find() ? server.group() : "";
    }

    /** Pages ask the policy, and nothing else. */
    @Bean
    static NavigationAccessControlConfigurer pagesAskThePolicy(RouteRights rights) {
        return new NavigationAccessControlConfigurer().withNavigationAccessChecker(rights);
    }

    /** As a bean it also stands before endpoints that no controller of ours answers, such as those of the actuator. */
    @Bean
    static MappedInterceptor endpointRights(Doors doors, Rights rights) {
        return new MappedInterceptor(null, new EndpointRights(doors, rights));
    }

    /**
     * Looks at the password first and at locks afterwards, so that neither the answer nor its time tells a guesser
     * which accounts exist, are locked or are disabled.
     */
    @Bean
    AuthenticationProvider authenticationProvider(SignIn signIn, PasswordEncoder encoder) {
        var provider = new DaoAuthenticationProvider(signIn::account) {
            @Override
            public Authentication authenticate(Authentication signIn) {
                try {
                    return super.authenticate(signIn);
                } catch (InternalAuthenticationServiceException e) {
                    if (BusyException.isCauseOf(e)) {
                        // No wrong password: whoever waits for a connection in vain is told to try again.
                        throw new IllegalStateException("Too busy to look at a sign-in", e);
                    }
                    throw e;
                }
            }
        };
        provider.setPasswordEncoder(encoder);
        provider.setPreAuthenticationChecks(account -> {});
        provider.setPostAuthenticationChecks(SecurityConfiguration::check);
        return provider;
    }

    private static void check(UserDetails account) {
        if (!account.isAccountNonLocked()) {
            throw new LockedException("Locked");
        }
        if (!account.isEnabled()) {
            throw new DisabledException("Disabled");
        }
    }

    private static RequestMatcher paths(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PathPatternRequestMatcher.pathPattern(patterns[i]);
        }
        return RequestMatchers.anyOf(matchers);
    }

    /** Vaadin answers through a forward, which commits the response before Spring would write its headers. */
    private static final class EagerHeaders implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
