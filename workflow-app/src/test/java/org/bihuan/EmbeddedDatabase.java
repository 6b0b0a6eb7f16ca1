package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;

/**
 * A real MariaDB server started by this JVM and stopped with it, after the program: on 127.0.0.1 only, with a random
 * password, its data and its log in the given folder. For trying the product and for tests; it is not part of the
 * production jar.
 */
final class EmbeddedDatabase {

    private static final String NAME = "bihuan";

    private static final int MINUTES_TO_START = 3;

    private final Process server;

    private final FileLock lock;

    private final String url;

    private final String password;

    private EmbeddedDatabase(Process server, FileLock lock, String url, String password) {
        this.server = server;
        this.lock = lock;
        this.url = url;
        this.password = password;
    }

    /**
     * Starts the server on a free port. One that an earlier, killed JVM left behind on this folder is stopped first.
     *
     * @param folder where data are kept; a later start on the same folder goes on with them
     * @param programs where the server's programs are unpacked; several data folders may share it
     * @param options further options of the server
     * @throws FolderInUseException when another running JVM uses the folder
     */
    static EmbeddedDatabase start(Path folder, Path programs, String... options) {
        try {
            Files.createDirectories(folder);
            FileLock lock = lock(folder);
            stopOrphan(folder);
            String password = password(folder.resolve("password"));
            Path log = folder.resolve("server.log");
            Files.deleteIfExists(log);
            var mariaDb = MariaDbPrograms.unpack(programs);
            Path data = folder.resolve("data");
            if (!Files.isDirectory(data.resolve("mysql"))) {
                mariaDb.install(data, log);
            }
            int port = freePort();
            var arguments = new ArrayList<String>();
            arguments.add("--port=" + port);
            arguments.add("--bind-address=127.0.0.1");
            arguments.add("--skip-name-resolve");
            arguments.add("--character-set-server=utf8mb4");
            arguments.add("--max-allowed-packet=64M");
            arguments.add("--tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
            arguments.add("--pid-file=" + processFile(folder));
            arguments.add("--init-file=" + accounts(folder, password));
            if (!mariaDb.isWindows()) {
                arguments.add("--socket=" + shortSocket());
            }
            if ("root".equals(System.getProperty("user.name"))) {
                arguments.add("--user=root");
            }
            arguments.addAll(List.of(options));
            Process server = mariaDb.server(data, arguments, log);
            var database = new EmbeddedDatabase(server, lock, "jdbc:mysql://127.0.0.1:" + port + "/" + NAME, password);
            SpringApplication.getShutdownHandlers().add(database::stop);
            database.awaitReady(log);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database did not start in " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded database started", e);
        }
    }

    String url() {
        return url;
    }

    String user() {
        return NAME;
    }

    String password() {
        return password;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
        while (!answers()) {
            if (server.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("mariadbd ended with " + server.exitValue() + ", see " + log);
            }
            if (System.nanoTime() > giveUp) {
                server.destroy();
                throw new IOException("mariadbd did not answer in " + MINUTES_TO_START + " minutes, see " + log);
            }
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url, NAME, password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private void stop() {
        server.destroy();
        try {
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
            lock.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM: the same answer as for another one.
        }
        channel.close();
        throw new FolderInUseException(folder);
    }

    private static Path processFile(Path folder) {
        return folder.resolve("server.pid");
    }

    /** Stops the server of a JVM that was killed; to be called only when no JVM uses the folder. */
    static void stopOrphan(Path folder) throws IOException, InterruptedException {
        Path processFile = processFile(folder);
        if (!Files.exists(processFile)) {
            return;
        }
        long id = Long.parseLong(Files.readString(processFile).strip());
        ProcessHandle orphan =
                ProcessHandle.of(id).filter(EmbeddedDatabase::isServer).orElse(null);
        if (orphan != null) {
            System.err.println("Stopping the database that an earlier run left behind (process " + id + ").");
            orphan.destroy();
            for (int i = 0; orphan.isAlive() && i < 600; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            if (orphan.isAlive()) {
                throw new IOException("The database of an earlier run does not stop; end process " + id + " yourself.");
            }
        }
        Files.deleteIfExists(processFile);
    }

    private static boolean isServer(ProcessHandle process) {
        Path program = Path.of(process.info().command().orElse("unknown")).getFileName();
        return program.toString().startsWith("mariadbd") || program.toString().startsWith("mysqld");
    }

    /** Runs at each start of the server before it listens, so that no account is ever open. */
    private static Path accounts(Path folder, String password) throws IOException {
        Path file = folder.resolve("accounts.sql");
        Files.write(
                secret(file),
                List.of(
                        "create database if not exists " + NAME + " character set utf8mb4;",
                        "create user if not exists '" + NAME + "'@'127.0.0.1';",
                        "alter user '" + NAME + "'@'127.0.0.1' identified by '" + password + "';",
                        "grant all on `" + NAME + "%`.* to '" + NAME + "'@'127.0.0.1';",
                        "alter user 'root'@'localhost' identified by '" + password + "';"));
        return file.toAbsolutePath();
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.writeString(secret(file), password);
        return password;
    }

    private static Path secret(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return file;
    }

    /** Paths of sockets are limited to about 100 characters, so they cannot lie in a deep project folder. */
    private static String shortSocket() throws IOException {
        Path folder = Files.createTempDirectory("bihuan");
        folder.toFile().deleteOnExit();
        return folder.resolve("s").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Another running program uses the folder. */
    static final class FolderInUseException extends IllegalStateException {

        private static final long serialVersionUID = 1;

        FolderInUseException(Path folder) {
            super("Bihuan runs already on the data in " + folder + ". Stop it first, or choose another folder.");
        }
    }
}
