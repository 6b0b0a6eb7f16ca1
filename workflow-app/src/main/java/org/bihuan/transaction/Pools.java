package org.bihuan.transaction;

import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Gives each thread a connection from the pool of what it works for. */
class Pools extends AbstractRoutingDataSource {

    private final Map<WorkKind, HikariDataSource> pools;

    /** Routes to these; there must be one of each kind. */
    Pools(Map<WorkKind, HikariDataSource> pools) {
        this.pools = new EnumMap<>(pools);
        setTargetDataSources(Map.copyOf(pools));
        setLenientFallback(false);
        afterPropertiesSet();
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return WorkKind.current();
    }

    @Override
    protected DataSource determineTargetDataSource() {
        // Without the detour over names that the superclass offers.
        return pools.get(WorkKind.current());
    }
}
