package org.bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bihuan.BihuanApplication;

/** The check program in a JVM of its own, as {@code java -jar bihuan.jar check}. */
record CheckRun(int code, List<String> lines) {

    private static final int MINUTES = 5;

    static CheckRun run(List<String> settings, Path acknowledged, Path logs, Path output)
            throws IOException, InterruptedException {
        Files.deleteIfExists(output);
        var program = new ArrayList<>(List.of(BihuanApplication.class.getName(), "check"));
        program.addAll(List.of("--acknowledged=" + acknowledged, "--logs=" + logs, "--sample=25"));
        Process process = Jvm.start(settings, program, output);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The check does not end, see " + output);
        }
        return new CheckRun(process.exitValue(), Files.readAllLines(output));
    }

    /** Lines of broken invariants. */
    List<String> broken() {
        return code == 0
                ? List.of()
                : lines.stream()
                        .filter(line ->
                                !line.contains("  ok  ") && !line.contains("----") && !line.endsWith("some are broken"))
                        .toList();
    }
}
