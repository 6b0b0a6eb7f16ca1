package org.bihuan.bench;

import java.util.List;
import java.util.function.ObjIntConsumer;
import javax.sql.DataSource;
import org.bihuan.bench.Peers.Outcome;
import org.bihuan.bench.Peers.Racing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Other ways to claim: a conditional update of an own row, committed at once, and what the winner does then. */
final class ClaimByRow implements Racing {

    private final String name;
    private final CamundaPeer engine;
    private final ObjIntConsumer<String> winner;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ClaimByRow(String name, CamundaPeer engine, DataSource dataSource, ObjIntConsumer<String> winner) {
        this.name = name;
        this.engine = engine;
        this.winner = winner;
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        jdbc.execute("create table if not exists claim_row (task varchar(64) primary key, owner int)");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> open(int tasks) {
        List<String> ids = engine.open(tasks);
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                "insert into claim_row (task) values (?)",
                ids.stream().map(id -> new Object[] {id}).toList()));
        return ids;
    }

    @Override
    public Outcome claim(String task, int user) {
        try {
            Integer changed = transaction.execute(status ->
                    jdbc.update("update claim_row set owner = ? where task = ? and owner is null", user, task));
            if (changed == null || changed == 0) {
                transaction.execute(status ->
                        jdbc.queryForObject("select owner from claim_row where task = ?", Integer.class, task));
                return Outcome.TOLD_WHO_WAS_FIRST;
            }
            winner.accept(task, user);
            return Outcome.WON;
        } catch (RuntimeException e) {
            return Outcome.EXCEPTION_SHOWN;
        }
    }

    @Override
    public long owned(List<String> tasks) {
        return tasks.stream()
                .filter(task ->
                        jdbc.queryForObject("select owner from claim_row where task = ?", Integer.class, task) != null)
                .count();
    }
}
