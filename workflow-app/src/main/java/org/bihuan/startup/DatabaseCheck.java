package org.bihuan.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Refuses a database that may forget what it has confirmed, and one whose clock is far from ours. */
final class DatabaseCheck {

    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private DatabaseCheck() {}

    /**
     * Looks at the server.
     *
     * @param durable whether a confirmed transaction must survive a power cut; not asked of demonstrations and tests
     */
    static void check(DataSource database, Clock clock, boolean durable) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (durable) {
                checkFlush(statement);
            }
            checkClock(statement, clock);
        } catch (SQLException e) {
            throw new IllegalStateException("The settings of the database cannot be read", e);
        }
    }

    private static void checkFlush(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select @@global.innodb_flush_log_at_trx_commit, @@global.log_bin, @@global.sync_binlog")) {
            row.next();
            requireFlush(row.getInt(1), row.getInt(2) != 0, row.getLong(3));
        }
    }

    static void requireFlush(int flushAtCommit, boolean binaryLog, long syncBinaryLog) {
        if (flushAtCommit != 1) {
            throw refused("innodb_flush_log_at_trx_commit", flushAtCommit);
        }
        if (binaryLog && syncBinaryLog != 1) {
            throw refused("sync_binlog", syncBinaryLog);
        }
    }

    private static StartupRefusedException refused(String variable, long value) {
        return new StartupRefusedException(
                "断电会丢失已确认的案件:数据库的 " + variable + " 是 " + value + ",请设为 1(试用时可设"
                        + " BIHUAN_STARTUP_REQUIRE_DURABLE_DATABASE=false)。",
                "A power cut would lose confirmed cases: the database has " + variable + " = " + value
                        + ", set it to 1 (only to try things out: BIHUAN_STARTUP_REQUIRE_DURABLE_DATABASE=false).");
    }

    private static void checkClock(Statement statement, Clock clock) throws SQLException {
        Instant before = clock.instant();
        Instant there;
        try (ResultSet row =
                statement.executeQuery("select timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))")) {
            row.next();
            there = Instant.EPOCH.plus(row.getLong(1), ChronoUnit.MICROS);
        }
        Duration skew = skew(before, there, clock.instant());
        if (skew.compareTo(MOST_SKEW) > 0) {
            throw new StartupRefusedException(
                    "本机与数据库的时钟相差 " + skew.toSeconds() + " 秒,期限会算错:请用 NTP 校准两边的时钟。",
                    "The clocks of this machine and of the database are " + skew.toSeconds()
                            + " seconds apart, deadlines would be wrong: set both by NTP.");
        }
    }

    /** How far the database is at least away, wherever between question and answer it looked at its clock. */
    static Duration skew(Instant before, Instant there, Instant after) {
        if (there.isBefore(before)) {
            return Duration.between(there, before);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }
}
