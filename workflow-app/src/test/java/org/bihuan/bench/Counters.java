package org.bihuan.bench;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the server itself counts. The numbers are of all connections, so count while nothing else runs.
 *
 * @param statements all that a client sends: select, insert, update, delete, commit, rollback, set
 * @param commits of them
 * @param rows written, changed and deleted
 * @param redoBytes written to the log
 */
record Counters(long statements, long commits, long rows, long redoBytes) {

    static Counters read(JdbcTemplate database) {
        Map<String, Long> status = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        database.query(
                "show global status where variable_name in ('Com_select', 'Com_insert', 'Com_insert_select',"
                        + " 'Com_update', 'Com_update_multi', 'Com_delete', 'Com_delete_multi', 'Com_replace',"
                        + " 'Com_commit', 'Com_rollback', 'Com_set_option', 'Handler_write', 'Handler_update', 'Handler_delete',"
                        + " 'Innodb_os_log_written', 'Innodb_lsn_current')",
                row -> {
                    status.put(row.getString(1), row.getLong(2));
                });
        return new Counters(
                status.entrySet().stream()
                        .filter(e -> e.getKey().startsWith("Com_"))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                status.getOrDefault("Com_commit", 0L),
                status.entrySet().stream()
                        .filter(e -> e.getKey().startsWith("Handler_"))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                status.getOrDefault("Innodb_lsn_current", status.getOrDefault("Innodb_os_log_written", 0L)));
    }

    Counters since(Counters earlier) {
        return new Counters(
                statements - earlier.statements,
                commits - earlier.commits,
                rows - earlier.rows,
                redoBytes - earlier.redoBytes);
    }
}
