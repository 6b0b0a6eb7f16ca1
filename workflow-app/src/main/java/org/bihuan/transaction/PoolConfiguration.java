package org.bihuan.transaction;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Three pools with the same settings, {@code spring.datasource.hikari.*}, and sizes of their own. They are beans so that
 * metrics and health see each of them; everybody else gets the one that chooses.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PoolSizes.class)
class PoolConfiguration {

    /** Connections kept open while nobody needs them; more would only make the start slower. */
    private static final int IDLE = 2;

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier("peoplePool") HikariDataSource people,
            @Qualifier("jobsPool") HikariDataSource jobs,
            @Qualifier("reportsPool") HikariDataSource reports) {
        return new Pools(Map.of(WorkKind.PEOPLE, people, WorkKind.JOBS, jobs, WorkKind.REPORTS, reports));
    }

    @Bean(defaultCandidate = false)
    HikariDataSource peoplePool(DataSourceProperties database, Environment settings, PoolSizes sizes) {
        return pool(WorkKind.PEOPLE, database, settings, sizes);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource jobsPool(DataSourceProperties database, Environment settings, PoolSizes sizes) {
        return pool(WorkKind.JOBS, database, settings, sizes);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource reportsPool(DataSourceProperties database, Environment settings, PoolSizes sizes) {
        return pool(WorkKind.REPORTS, database, settings, sizes);
    }

    @Bean
    ThreadPoolTaskSchedulerCustomizer scheduledWorkUsesItsOwnConnections() {
        return scheduler -> scheduler.setTaskDecorator(work -> () -> WorkKind.JOBS.run(work));
    }

    /** A pool that opens its first connection when it is first asked. */
    static HikariDataSource pool(WorkKind kind, DataSourceProperties database, Environment settings, PoolSizes sizes) {
        HikariDataSource pool = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        Binder.get(settings).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        pool.setPoolName(kind.name().toLowerCase(Locale.ROOT));
        pool.setMaximumPoolSize(sizes.of(kind));
        pool.setMinimumIdle(Math.min(IDLE, sizes.of(kind)));
        return pool;
    }
}
