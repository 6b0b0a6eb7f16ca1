package org.bihuan.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Refuses a schema that a newer program has already changed, and an isolation under which the engine loses updates. */
final class SchemaCheck {

    private SchemaCheck() {}

    static void check(Flyway flyway) {
        checkIsolation(flyway);
        MigrationInfo[] migrations = flyway.info().all();
        Optional<MigrationVersion> ahead = newest(migrations, SchemaCheck::isFuture);
        if (ahead.isPresent()) {
            String known = newest(migrations, migration -> !isFuture(migration))
                    .map(MigrationVersion::getVersion)
                    .orElse("0");
            String found = ahead.get().getVersion();
            throw new StartupRefusedException(
                    "数据库结构的版本是 " + found + ",比本程序所知的 " + known + " 更新:请部署更新的程序,或恢复升级前的数据库备份。",
                    "The schema of the database has version " + found + ", newer than " + known
                            + " which this program knows: deploy the newer program, or restore the backup made before"
                            + " the upgrade.");
        }
    }

    private static void checkIsolation(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                throw new StartupRefusedException(
                        "数据库连接的事务隔离级别必须是 READ COMMITTED:请不要更改 spring.datasource.hikari.transaction-isolation。",
                        "Connections must use the isolation READ COMMITTED: leave"
                                + " spring.datasource.hikari.transaction-isolation as it is.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The isolation of the database cannot be read", e);
        }
    }

    private static boolean isFuture(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] migrations, Predicate<MigrationInfo> which) {
        return Arrays.stream(migrations)
                .filter(which)
                .filter(MigrationInfo::isVersioned)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
    }
}
