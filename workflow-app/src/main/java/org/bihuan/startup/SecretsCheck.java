package org.bihuan.startup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** Refuses passwords and keys that everybody knows, because they stand in examples and demonstrations. */
final class SecretsCheck {

    private static final Pattern SECRET =
            Pattern.compile("(?i)(bihuan|spring[._]datasource)[._](.*[._-])?(password|secret|token|key)");

    private static final Set<String> KNOWN = Set.of(
            "bihuan-demo-2026",
            "bihuan",
            "bihuan123",
            "admin",
            "administrator",
            "admin123",
            "password",
            "passw0rd",
            "p@ssw0rd",
            "changeme",
            "change-me",
            "changeit",
            "secret",
            "geheim",
            "example",
            "test",
            "demo",
            "root",
            "mysql",
            "123456",
            "12345678",
            "123456789",
            "1234567890",
            "qwerty",
            "000000",
            "888888");

    private SecretsCheck() {}

    static void check(ConfigurableEnvironment settings) {
        for (PropertySource<?> source : settings.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> known) {
                for (String name : known.getPropertyNames()) {
                    if (SECRET.matcher(name).matches()) {
                        check(name, settings.getProperty(name, ""));
                    }
                }
            }
        }
    }

    /** Says the name of the setting, never its value. */
    private static void check(String name, String value) {
        if (KNOWN.contains(value.strip().toLowerCase(Locale.ROOT))) {
            throw new StartupRefusedException(
                    name + " 用的是众所周知的示例口令:请换成自己的随机口令(例如 openssl rand -base64 24)。",
                    name + " is a password that stands in examples and everybody knows: choose a random one of your own"
                            + " (for example by openssl rand -base64 24).");
        }
    }
}
