package org.bihuan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a run ran on, in words. */
final class Machine {

    private Machine() {}

    static List<String> describe(JdbcTemplate database, BenchSize size, String flush, double loadAtStart) {
        return List.of(
                "size: " + size.name(),
                "processor: " + Runtime.getRuntime().availableProcessors() + " × "
                        + field("/proc/cpuinfo", "model name"),
                "memory: " + field("/proc/meminfo", "MemTotal"),
                "system: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + ", heap "
                        + Runtime.getRuntime().maxMemory() / 1024 / 1024 + " MiB",
                "database: " + database.queryForObject("select concat(@@version_comment, ' ', version())", String.class)
                        + ", " + flush + " (innodb_flush_log_at_trx_commit="
                        + database.queryForObject("select @@innodb_flush_log_at_trx_commit", Integer.class)
                        + ", buffer pool "
                        + database.queryForObject("select @@innodb_buffer_pool_size", Long.class) / 1024 / 1024
                        + " MiB), on the same machine",
                String.format(
                        Locale.ROOT,
                        "load average of a minute: %.2f at the start, %.2f at the end",
                        loadAtStart,
                        load()));
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String field(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
