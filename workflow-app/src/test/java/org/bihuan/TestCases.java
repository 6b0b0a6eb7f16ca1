package org.bihuan;

import java.util.Optional;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.CaseScope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A family of tests: who is signed in reads all its cases, and the number of each is its private link as well. */
public final class TestCases {

    private TestCases() {}

    /** Makes cases readable whose numbers begin with this prefix. */
    public static void open(ConfigurableApplicationContext context, String prefix) {
        String bean = "scopeOf" + prefix;
        if (!context.containsBean(bean)) {
            context.getBeanFactory().registerSingleton(bean, new CaseScope() {
                @Override
                public boolean mayRead(CaseNumber number) {
                    return number.value().startsWith(prefix)
                            && SecurityContextHolder.getContext().getAuthentication() != null;
                }

                @Override
                public Optional<CaseNumber> byToken(String token) {
                    return Optional.of(token).filter(t -> t.startsWith(prefix)).map(CaseNumber::new);
                }
            });
        }
    }
}
