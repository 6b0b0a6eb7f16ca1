package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A server set up as in production, each commit on the disk, with an empty schema: the embedded one, or another one by
 * {@code -Dbihuan.test.jdbc-url=} as in {@link TestDatabase}. Its account may create databases beside the given one.
 *
 * @param flush what was asked of the server about commits, in words
 */
public record DurableDatabase(String url, String user, String password, String flush) {

    /** Starts or empties it. */
    public static DurableDatabase start() {
        String url = System.getProperty("bihuan.test.jdbc-url", "");
        return url.isBlank()
                ? embedded()
                : new DurableDatabase(
                        url,
                        System.getProperty("bihuan.test.username", "root"),
                        System.getProperty("bihuan.test.password", ""),
                        "as the server is set");
    }

    private static DurableDatabase embedded() {
        Path target = Path.of("target").toAbsolutePath();
        Path folder = target.resolve("bench-database");
        try {
            EmbeddedDatabase.stopOrphan(folder);
            if (Files.isDirectory(folder)) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(
                folder,
                target.resolve("database-programs"),
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=2G",
                "--innodb-log-file-size=1G",
                "--skip-log-bin",
                "--transaction-isolation=READ-COMMITTED");
        return new DurableDatabase(
                database.url(),
                database.user(),
                database.password(),
                "innodb_flush_log_at_trx_commit=1, no binary log");
    }
}
