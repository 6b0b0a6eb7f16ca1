package org.bihuan.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The doors for programs. No session is made and none is honoured: a cookie that a browser sends along gives nobody any
 * right here, so there is nothing that a foreign page could make use of, and no CSRF token is needed.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(HttpSecurity http) {
        http.securityMatcher("/api/**");
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/public/**")
                .permitAll()
                .anyRequest()
                .denyAll());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.contentSecurityPolicy(
                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")));
        // What is closed does not exist for whoever may not know of it.
        http.exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, refusal) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND))
                .accessDeniedHandler(
                        (request, response, refusal) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)));
        return http.build();
    }
}
