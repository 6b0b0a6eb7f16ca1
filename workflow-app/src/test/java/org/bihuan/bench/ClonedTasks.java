package org.bihuan.bench;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an engine with open tasks by copying one real one, set by set. Both engines name these tables and columns
 * alike. The copies share the execution of the first, so the tables stay smaller than real ones: that favours them.
 */
public final class ClonedTasks {

    /** Seconds over which due dates are spread: some are past, most are to come. */
    static final int SPREAD = 30 * 24 * 3600;

    private static final String DUE = "timestampadd(second, mod(n * 7919, " + SPREAD + ") - 200000, utc_timestamp())";

    private static final String CREATED = "timestampadd(second, -mod(n * 6007, " + SPREAD + "), utc_timestamp())";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String numbers;

    public ClonedTasks(DataSource dataSource, String numbers) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.numbers = numbers;
    }

    static String due() {
        return DUE;
    }

    static String created() {
        return CREATED;
    }

    /** Copies the task, one candidate group each. */
    public void copy(String taskId, int from, int to) {
        insert("ACT_RU_TASK", "ID_ = ?", taskId, from, to);
        insert("ACT_RU_IDENTITYLINK", "TASK_ID_ = ? and GROUP_ID_ is not null", taskId, from, to);
        jdbc.queryForList("analyze table ACT_RU_TASK, ACT_RU_IDENTITYLINK");
    }

    private void insert(String table, String which, String taskId, int from, int to) {
        List<String> columns = jdbc.queryForList(
                "select upper(column_name) from information_schema.columns"
                        + " where table_schema = database() and table_name = ? order by ordinal_position",
                String.class,
                table);
        String values = columns.stream().map(ClonedTasks::value).collect(Collectors.joining(", "));
        transaction.executeWithoutResult(status -> jdbc.update(
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                        + " cross join " + numbers + " where " + which + " and n >= ? and n < ?",
                taskId,
                from,
                to));
    }

    private static String value(String column) {
        return switch (column) {
            case "ID_", "TASK_ID_" -> "concat('copy', n)";
            case "GROUP_ID_" -> "mod(n, " + BenchServer.GROUPS + ")";
            case "DUE_DATE_" -> DUE;
            case "CREATE_TIME_" -> CREATED;
            default -> column;
        };
    }
}
