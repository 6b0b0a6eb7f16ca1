package org.bihuan.notify;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bihuan.inbox.CaseRoutes;
import org.bihuan.org.StaffService;
import org.bihuan.outbox.OutboxRelay;
import org.bihuan.outbox.OutsideAddress;
import org.bihuan.outbox.OutsideCall;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Opens the ways out of the program that are configured; without one, nothing is put in the outbox for them. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    private static final String MAIL_HOST = "spring.mail.host";

    private static final String HTTP = "bihuan.notify.http";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,24}");

    private static final int SHORTEST_SECRET = 16;

    /**
     * An HTTP channel as the operator writes it.
     *
     * @param kind generic, wecom or dingtalk
     * @param template of the body; empty for the usual one of the kind
     */
    record HttpSettings(
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue("generic") String kind,
            @DefaultValue("") String template) {}

    @Bean(destroyMethod = "close")
    @Conditional(HttpGiven.class)
    OutsideCall noticeCall() {
        return new OutsideCall(OutboxRelay.LONGEST_CALL);
    }

    @Bean
    NoticeChannels noticeChannels(
            Environment environment,
            @Value("${bihuan.notify.mail.from:}") String from,
            ObjectProvider<JavaMailSender> mail,
            ObjectProvider<OutsideCall> call,
            Clock clock) {
        List<NoticeChannel> channels = new ArrayList<>();
        if (isMailGiven(environment)) {
            if (from.isBlank()) {
                throw new InvalidConfigurationPropertyValueException(
                        "bihuan.notify.mail.from", from, "Mail needs the address that it comes from.");
            }
            channels.add(new MailChannel(mail.getObject(), from.strip()));
        }
        http(environment).forEach((name, settings) -> channels.add(http(name, settings, call.getObject(), clock)));
        return new NoticeChannels(channels);
    }

    @Bean
    @Conditional(AnyGiven.class)
    NoticeSender noticeSender(
            NoticeRouter router,
            NoticeChannels channels,
            DeliveryMapper mapper,
            PreferenceStore store,
            StaffService staff,
            NoticeWords words,
            CaseRoutes routes,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            @Value("${bihuan.notify.base-url:}") String baseUrl) {
        OutsideAddress.of("bihuan.notify.base-url", baseUrl);
        return new NoticeSender(
                router, channels, mapper, store, staff, new Letters(words, routes, baseUrl), transaction, json, clock);
    }

    private static HttpChannel http(String name, HttpSettings settings, OutsideCall call, Clock clock) {
        String property = HTTP + "." + name;
        if (!NAME.matcher(name).matches() || name.equals(MailChannel.KEY)) {
            throw new InvalidConfigurationPropertyValueException(
                    property, name, "A name has up to 24 small letters, digits and hyphens, and is not mail.");
        }
        HttpKind kind;
        HttpTemplate template;
        try {
            kind = HttpKind.valueOf(settings.kind().toUpperCase(Locale.ROOT));
            template = new HttpTemplate(settings.template().isBlank() ? kind.template() : settings.template());
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationPropertyValueException(
                    property, settings.kind(), String.valueOf(e.getMessage()));
        }
        if (kind.needsSecret() && settings.secret().length() < SHORTEST_SECRET) {
            throw new InvalidConfigurationPropertyValueException(
                    property + ".secret", "***", "It signs what is sent and needs at least 16 characters.");
        }
        URI url = OutsideAddress.of(property + ".url", settings.url().strip());
        return new HttpChannel(name, kind, url, settings.secret(), template, call, clock);
    }

    private static boolean isMailGiven(Environment environment) {
        return !environment.getProperty(MAIL_HOST, "").isBlank();
    }

    /** By name; those without an address are none. */
    private static Map<String, HttpSettings> http(Environment environment) {
        Map<String, HttpSettings> given = new TreeMap<>(Binder.get(environment)
                .bind(HTTP, Bindable.mapOf(String.class, HttpSettings.class))
                .orElse(Map.of()));
        given.values().removeIf(settings -> settings.url().isBlank());
        return given;
    }

    /** Whether a messenger or an SMS gateway is configured. */
    static class HttpGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !http(context.getEnvironment()).isEmpty();
        }
    }

    /** Whether anything is. */
    static class AnyGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isMailGiven(context.getEnvironment())
                    || !http(context.getEnvironment()).isEmpty();
        }
    }
}
