import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Copies the sources with the names of the engine changed to those of Operaton, run by Maven in the profile {@code
 * swap}: {@code java SwapEngine.java src/main/java target/swap/sources/main}.
 *
 * @see "docs/decisions/0014-engine-fork.md"
 */
public final class SwapEngine {

    /** In this order: the first that fits wins. */
    private static final Map<String, String> RENAMED = new LinkedHashMap<>();

    static {
        // Operaton uses the expression language of Jakarta instead of a copy of it.
        RENAMED.put("org\\.camunda\\.bpm\\.impl\\.juel\\.jakarta\\.el", "jakarta.el");
        RENAMED.put("org\\.camunda\\.bpm", "org.operaton.bpm");
        RENAMED.put("org/camunda/bpm", "org/operaton/bpm");
        RENAMED.put("\\.(get|set)Camunda(?=[A-Z])", ".$1Operaton");
        RENAMED.put("org\\.camunda\\.\\.", "org.operaton..");
    }

    private SwapEngine() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        int files = 0;
        int changed = 0;
        int lines = 0;
        try (var sources = Files.walk(from)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                Files.createDirectories(target.getParent());
                String before = Files.readString(source, StandardCharsets.UTF_8);
                String after = before;
                for (var rename : RENAMED.entrySet()) {
                    after = after.replaceAll(rename.getKey(), rename.getValue());
                }
                // An unchanged file keeps its time, or everything would be compiled again.
                if (!Files.exists(target) || !Files.readString(target).equals(after)) {
                    Files.writeString(target, after);
                }
                files++;
                if (!after.equals(before)) {
                    changed++;
                    lines += changedLines(before, after);
                }
            }
        }
        System.out.println(
                from + ": " + files + " files, names changed in " + changed + " of them on " + lines + " lines");
    }

    private static int changedLines(String before, String after) {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        int lines = 0;
        for (int i = 0; i < old.length; i++) {
            lines += old[i].equals(now[i]) ? 0 : 1;
        }
        return lines;
    }
}
