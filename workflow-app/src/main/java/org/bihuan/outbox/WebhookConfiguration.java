package org.bihuan.outbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Tells events to a webhook, where one is configured; without one nothing is put in the outbox for it. */
@Configuration(proxyBeanMethods = false)
@Conditional(WebhookConfiguration.UrlGiven.class)
class WebhookConfiguration {

    private static final String URL = "bihuan.outbox.webhook.url";

    private static final String SECRET = "bihuan.outbox.webhook.secret";

    private static final int SHORTEST_SECRET = 32;

    @Bean
    Webhook webhook(
            @Value("${bihuan.outbox.webhook.url}") String url,
            @Value("${bihuan.outbox.webhook.secret:}") String secret,
            @Value("${bihuan.outbox.webhook.timeout:10s}") Duration timeout,
            Clock clock) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new InvalidConfigurationPropertyValueException(
                    SECRET, secret.isEmpty() ? "" : "***", "It signs what is sent and needs at least 32 characters.");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(OutboxRelay.LONGEST_CALL) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bihuan.outbox.webhook.timeout", timeout, "It lies between 1ms and 10s.");
        }
        return new Webhook(OutsideAddress.of(URL, url.strip()), secret, timeout, clock);
    }

    @Bean
    CaseEventMessages caseEventMessages(Outbox outbox) {
        return new CaseEventMessages(outbox);
    }

    /** Also an empty variable of a container means none. */
    static class UrlGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty(URL, "").isBlank();
        }
    }
}
