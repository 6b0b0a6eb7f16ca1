package org.bihuan.demo;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.bihuan.org.Role;
import org.bihuan.security.DemonstrationAccounts;
import org.bihuan.security.DemonstrationAccounts.Account;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Loads the demonstration once the program has started, and tells on the console how to get in. */
@Component
@Profile("demo")
@Order(0)
class DemonstrationStart implements ApplicationRunner {

    private static final Locale LANGUAGE = Locale.CHINESE;

    private final DemonstrationLoader loader;
    private final DemonstrationIncidents incidents;
    private final DemonstrationAccounts accounts;
    private final I18NProvider words;
    private final Environment environment;

    DemonstrationStart(
            DemonstrationLoader loader,
            DemonstrationIncidents incidents,
            DemonstrationAccounts accounts,
            I18NProvider words,
            Environment environment) {
        this.loader = loader;
        this.incidents = incidents;
        this.accounts = accounts;
        this.words = words;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var administrator = UsernamePasswordAuthenticationToken.authenticated(
                "demonstration",
                null,
                List.of(
                        new SimpleGrantedAuthority("ROLE_" + Role.SYSTEM_ADMINISTRATOR),
                        new SimpleGrantedAuthority("ROLE_" + Role.SECURITY_ADMINISTRATOR)));
        SecurityContextHolder.getContext().setAuthentication(administrator);
        try {
            if (loader.load()) {
                incidents.play();
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
        tell();
    }

    /** Once, and past the log: this is what the person who started the demonstration waits for. */
    private void tell() {
        var text = new StringBuilder("\n  Bihuan 闭环 · ")
                .append(word("demo.ready"))
                .append("   http://localhost:")
                .append(environment.getProperty("local.server.port"))
                .append("\n\n  ")
                .append(words.getTranslation("demo.password", LANGUAGE, accounts.password()))
                .append("\n");
        for (Account account : accounts.accounts()) {
            text.append("    %-10s%s · %s · %s%n"
                    .formatted(
                            account.username(),
                            word("org.role." + account.role()),
                            account.unitName(),
                            account.name()));
        }
        System.out.println(text);
    }

    private String word(String key) {
        return words.getTranslation(key, LANGUAGE);
    }
}
