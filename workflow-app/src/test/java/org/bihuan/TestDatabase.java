package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The one database of a test run, with an empty schema: the embedded server, or another one by
 * {@code -Dbihuan.test.jdbc-url=jdbc:mysql://…} with {@code -Dbihuan.test.username=} (root if not given) and
 * {@code -Dbihuan.test.password=} (none if not given).
 *
 * <p>Everything in that other database is deleted first, so never name one that holds something you need.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable Access access;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Access database = access();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url,
                        "spring.datasource.username=" + database.user,
                        "spring.datasource.password=" + database.password,
                        // A loaded machine opens connections slowly; how people are told of a full pool has its own
                        // tests.
                        "spring.datasource.hikari.connection-timeout=30000",
                        // Made to be quick and thrown away, with the demonstration's passwords.
                        "bihuan.startup.require-durable-database=false",
                        "bihuan.startup.refuse-default-secrets=false")
                .applyTo(context);
    }

    private static synchronized Access access() {
        if (access == null) {
            access = prepare();
        }
        return access;
    }

    private static Access prepare() {
        String url = System.getProperty("bihuan.test.jdbc-url", "");
        if (url.isBlank()) {
            return embedded();
        }
        var other = new Access(
                url,
                System.getProperty("bihuan.test.username", "root"),
                System.getProperty("bihuan.test.password", ""));
        Flyway.configure()
                .dataSource(other.url, other.user, other.password)
                .cleanDisabled(false)
                .load()
                .clean();
        return other;
    }

    private static Access embedded() {
        Path target = Path.of("target").toAbsolutePath();
        Path runs = target.resolve("test-database");
        Path data = runs.resolve(String.valueOf(ProcessHandle.current().pid()));
        deleteOfDeadRuns(runs);
        EmbeddedDatabase database = EmbeddedDatabase.start(
                data,
                target.resolve("database-programs"),
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=256M");
        return new Access(database.url(), database.user(), database.password());
    }

    private static void deleteOfDeadRuns(Path runs) {
        if (!Files.isDirectory(runs)) {
            return;
        }
        try (var folders = Files.list(runs)) {
            for (Path folder : folders.toList()) {
                boolean dead = ProcessHandle.of(
                                Long.parseLong(folder.getFileName().toString()))
                        .isEmpty();
                if (dead) {
                    EmbeddedDatabase.stopOrphan(folder);
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Access(String url, String user, String password) {}
}
