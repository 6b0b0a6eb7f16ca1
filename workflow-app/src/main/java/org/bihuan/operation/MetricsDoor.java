package org.bihuan.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Figures are for the monitoring only: whoever sends the token of {@code bihuan.operation.metrics-token}. Without that
 * setting there are none for anybody; everybody else sees an address where nothing is.
 */
@Configuration(proxyBeanMethods = false)
class MetricsDoor {

    private static final String BEARER = "Bearer ";

    private static final int SHORTEST_TOKEN = 16;

    @Bean
    @Order(10)
    SecurityFilterChain metricsFilterChain(
            HttpSecurity http, @Value("${bihuan.operation.metrics-token:}") String token) {
        if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
            throw new IllegalStateException(
                    "bihuan.operation.metrics-token needs at least " + SHORTEST_TOKEN + " characters");
        }
        return http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((authentication, request) -> new AuthorizationDecision(
                                opens(token, request.getRequest().getHeader(HttpHeaders.AUTHORIZATION)))))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Compares in the same time whatever was sent. */
    static boolean opens(String token, @Nullable String header) {
        return !token.isEmpty()
                && header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
    }
}
