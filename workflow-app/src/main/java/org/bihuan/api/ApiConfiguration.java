package org.bihuan.api;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the gate before everything below {@code /api}, and an answer where there is nothing. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    private static final int BYTES_PER_KILOBYTE = 1024;

    /** Behind Spring Security, whose headers also belong to refusals. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    FilterRegistrationBean<ApiGate> apiGate(
            Problems problems,
            Clock clock,
            @Value("${bihuan.api.requests-per-minute:60}") int perMinute,
            @Value("${bihuan.api.burst:30}") int burst,
            @Value("${bihuan.api.body-kilobytes:64}") int kilobytes) {
        var gate = new ApiGate(new RequestRate(perMinute, burst, clock), kilobytes * BYTES_PER_KILOBYTE, problems);
        var registration = new FilterRegistrationBean<>(gate);
        registration.addUrlPatterns("/api/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    /** Just behind the controllers and before Vaadin, which would answer programs with a page. */
    @Bean
    SimpleUrlHandlerMapping nothingElseBelowApi() {
        HttpRequestHandler nothing = (request, response) -> {
            throw new ProblemException(Problem.notFound());
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), 1);
    }
}
