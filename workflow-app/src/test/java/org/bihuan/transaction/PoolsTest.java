package org.bihuan.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PoolsTest {

    /** The shortest that the pool allows, in milliseconds. */
    private static final long TIMEOUT = 250;

    @Autowired
    DataSourceProperties database;

    @Autowired
    Environment settings;

    @Autowired
    DataSource productive;

    @Autowired
    ListableBeanFactory beans;

    @Value("${spring.datasource.hikari.connection-timeout}")
    long timeout;

    @Autowired
    ThreadPoolTaskScheduler scheduler;

    private final Map<WorkKind, HikariDataSource> tiny = new EnumMap<>(WorkKind.class);

    private Pools pools;

    @BeforeEach
    void oneConnectionEach() {
        for (WorkKind kind : WorkKind.values()) {
            HikariDataSource pool = PoolConfiguration.pool(kind, database, settings, new PoolSizes(1, 1, 1));
            pool.setConnectionTimeout(TIMEOUT);
            tiny.put(kind, pool);
        }
        pools = new Pools(tiny);
    }

    @AfterEach
    void close() {
        tiny.values().forEach(HikariDataSource::close);
    }

    @Test
    void peopleWhoUseUpTheirPoolDoNotStopJobsAndReports() throws Exception {
        try (Connection held = pools.getConnection()) {
            assertThat(held.isValid(1)).isTrue();

            assertThatThrownBy(pools::getConnection)
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .hasMessageStartingWith("people");
            assertThat(WorkKind.JOBS.call(this::one)).isEqualTo(1);
            assertThat(WorkKind.REPORTS.call(this::one)).isEqualTo(1);
        }
        assertThat(one()).as("and people go on as soon as one is free").isEqualTo(1);
    }

    @Test
    void jobsThatUseUpTheirPoolDoNotStopPeople() throws Exception {
        try (Connection held = WorkKind.JOBS.call(this::connection)) {
            assertThat(held.isValid(1)).isTrue();
            assertThat(one()).isEqualTo(1);
        }
    }

    @Test
    void whoGetsNoConnectionIsToldThatItIsBusy() throws Exception {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pools));
        try (Connection held = pools.getConnection()) {
            assertThat(held.isValid(1)).isTrue();

            assertThatThrownBy(() -> transaction.execute(status -> one()))
                    .matches(BusyException::isCauseOf, "says that it is busy");
            assertThatThrownBy(this::one).matches(BusyException::isCauseOf, "says that it is busy");
        }
    }

    @Test
    void aRunningTransactionKeepsItsConnection() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pools));

        transaction.executeWithoutResult(status -> assertThat(id()).isEqualTo(WorkKind.REPORTS.call(this::id)));
    }

    @Test
    void everyPoolHasTheSettingsOfTheApplicationAndItsOwnSize() {
        Map<String, HikariDataSource> productivePools = beans.getBeansOfType(HikariDataSource.class);
        assertThat(productivePools).hasSize(3).allSatisfy((name, pool) -> {
            assertThat(pool.getTransactionIsolation()).isEqualTo("TRANSACTION_READ_COMMITTED");
            assertThat(pool.isAutoCommit()).isFalse();
            assertThat(pool.getConnectionTimeout()).isEqualTo(timeout);
            assertThat(pool.getDataSourceProperties()).containsEntry("rewriteBatchedStatements", "true");
            assertThat(pool.getMinimumIdle()).isLessThanOrEqualTo(2);
        });
        assertThat(productivePools.values())
                .extracting(HikariDataSource::getPoolName, HikariDataSource::getMaximumPoolSize)
                .containsExactlyInAnyOrder(tuple("people", 20), tuple("jobs", 8), tuple("reports", 4));
        assertThat(productive).isInstanceOf(Pools.class);
    }

    @Test
    void scheduledWorkIsAJob() throws Exception {
        var seen = new AtomicReference<WorkKind>();

        scheduler.submit(() -> seen.set(WorkKind.current())).get();

        assertThat(seen).hasValue(WorkKind.JOBS);
    }

    private int one() {
        return new JdbcTemplate(pools).queryForObject("select 1", Integer.class);
    }

    private long id() {
        return new JdbcTemplate(pools).queryForObject("select connection_id()", Long.class);
    }

    private Connection connection() {
        try {
            return pools.getConnection();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
