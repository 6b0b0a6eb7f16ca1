package org.bihuan;

import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The one database of a test run: the embedded server with an empty schema. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(
            Path.of("target", "test-database", String.valueOf(ProcessHandle.current().pid()))
                    .toAbsolutePath(),
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=256M");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + DATABASE.url(),
                        "spring.datasource.username=" + DATABASE.user(),
                        "spring.datasource.password=" + DATABASE.password())
                .applyTo(context);
    }
}
