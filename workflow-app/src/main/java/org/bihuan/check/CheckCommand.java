package org.bihuan.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.casefile.Acknowledged;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The command {@code check}. Reads the same environment variables as the program, starts neither web server nor jobs nor
 * migrations, reads everything in one read-only transaction, and can run beside the program at any time.
 */
public final class CheckCommand {

    /** Every invariant holds. */
    static final int HOLDS = 0;

    /** At least one is broken. */
    static final int BROKEN = 1;

    /** It could not be found out. */
    static final int UNKNOWN = 2;

    private static final int PAIRS_FOR_EACH_ROLE = 1_000;

    private static final String USAGE = "check [--acknowledged=FILE] [--logs=FOLDER]… [--sample=PAIRS]";

    /**
     * Nothing may write, wait for people or begin something of its own. As arguments, because nothing else counts before
     * the log and the way of starting are chosen.
     */
    private static final List<String> SETTINGS = List.of(
            "--bihuan.engine.read-only=true",
            "--bihuan.engine.job-executor=false",
            "--spring.main.lazy-initialization=true",
            "--spring.main.log-startup-info=false",
            // One session reads everything; it must not keep it.
            "--mybatis.configuration.local-cache-scope=statement",
            "--logging.level.root=error",
            "--logging.level.org.springframework=error",
            "--logging.level.org.camunda=error",
            "--logging.level.com.zaxxer.hikari=error");

    private CheckCommand() {}

    /**
     * Runs the check and prints a line for each invariant.
     *
     * @return exit code: 0 all hold, 1 at least one is broken, 2 it could not be found out
     */
    public static int run(String... arguments) {
        return run(new String[0], arguments);
    }

    /** With settings of the program, {@code --name=value}, before the command's own arguments. */
    static int run(String[] given, String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LoggingSystem.get(CheckCommand.class.getClassLoader()).beforeInitialize();
        CheckOptions options;
        try {
            options = options(arguments);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            return UNKNOWN;
        }
        var application = new SpringApplication(CheckConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var settings = new ArrayList<>(SETTINGS);
        settings.addAll(List.of(given));
        try (var context = application.run(settings.toArray(String[]::new))) {
            return context.getBean(Checker.class).check(options, out) ? HOLDS : BROKEN;
        } catch (RuntimeException e) {
            System.err.println("检查未能完成。The check could not be completed: " + firstLine(e));
            return UNKNOWN;
        }
    }

    private static CheckOptions options(String... arguments) throws IOException {
        List<Acknowledged> acknowledged = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        int sample = PAIRS_FOR_EACH_ROLE;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--acknowledged=")) {
                Files.readAllLines(Path.of(value)).stream()
                        .filter(line -> !line.isBlank())
                        .map(Acknowledged::parse)
                        .forEach(acknowledged::add);
            } else if (argument.startsWith("--logs=")) {
                folders.add(existing(Path.of(value)));
            } else if (argument.startsWith("--sample=")) {
                sample = Integer.parseInt(value);
            } else {
                throw new IllegalArgumentException("Unknown: " + argument);
            }
        }
        return new CheckOptions(acknowledged, folders, sample);
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder);
        }
        return folder;
    }

    private static String firstLine(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
