package org.bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bihuan.MariaDbPrograms;

/** A real MariaDB that can be killed and started again on the same data and port; writes through at each commit. */
final class Database implements AutoCloseable {

    static final String USER = "bihuan";
    static final String PASSWORD = "faults";

    private static final Duration START = Duration.ofMinutes(3);

    private final Path folder;
    private final MariaDbPrograms programs;
    final int port = Ports.free();

    private Process server;

    Database(Path folder, Path programs) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.programs = MariaDbPrograms.unpack(programs);
        this.programs.install(folder.resolve("data"), log());
        start();
    }

    void start() throws IOException, InterruptedException {
        Path accounts = folder.resolve("accounts.sql");
        Files.write(
                accounts,
                List.of(
                        "create database if not exists bihuan character set utf8mb4;",
                        "create user if not exists 'bihuan'@'127.0.0.1' identified by 'faults';",
                        "grant all on `bihuan%`.* to 'bihuan'@'127.0.0.1';"));
        var options = new ArrayList<>(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--max-connections=300",
                "--tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "--init-file=" + accounts.toAbsolutePath(),
                "--socket=" + Files.createTempDirectory("faults").resolve("s")));
        if ("root".equals(System.getProperty("user.name"))) {
            options.add("--user=root");
        }
        server = programs.server(folder.resolve("data"), options, log());
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        Waiting.until("the database answers", START, this::answers);
    }

    String url(int viaPort) {
        return "jdbc:mysql://127.0.0.1:" + viaPort + "/bihuan";
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url(port), USER, PASSWORD)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** As by kill -9: nothing is flushed, nobody is told. */
    void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /** As an administrator does it. */
    void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The database does not stop, see " + log());
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }
}
