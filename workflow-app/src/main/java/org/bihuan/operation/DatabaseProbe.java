package org.bihuan.operation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every few seconds whether the database answers, on a connection of its own with a short time-out: an exhausted
 * pool must not look like a lost database, and nobody who asks for health waits.
 */
@Component
class DatabaseProbe {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);

    private static final String MILLISECONDS = "2000";

    private final String url;
    private final Properties properties = new Properties();
    private final Clock clock;
    private volatile @Nullable Answer latest;

    DatabaseProbe(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username:}") String user,
            @Value("${spring.datasource.password:}") String password,
            Clock clock) {
        this.url = url;
        this.clock = clock;
        properties.put("connectTimeout", MILLISECONDS);
        properties.put("socketTimeout", MILLISECONDS);
        properties.put("user", user);
        properties.put("password", password);
    }

    /** The latest answer, at most some seconds old. */
    Answer latest() {
        Answer known = latest;
        return known == null ? look() : known;
    }

    /** Asks now. */
    @Scheduled(fixedDelay = 5000)
    synchronized Answer look() {
        Answer answer = ask();
        Answer before = latest;
        latest = answer;
        if (!answer.reachable() && (before == null || before.reachable())) {
            LOG.warn("The database cannot be reached: {}", answer.reason());
        } else if (answer.reachable() && before != null && !before.reachable()) {
            LOG.info("The database can be reached again");
        }
        return answer;
    }

    private Answer ask() {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            Instant before = clock.instant();
            int skew = skew(statement, before);
            String version = version(statement);
            return new Answer(true, before, Duration.ofNanos(System.nanoTime() - start), skew, version, "");
        } catch (SQLException e) {
            return new Answer(
                    false,
                    clock.instant(),
                    Duration.ofNanos(System.nanoTime() - start),
                    0,
                    "",
                    PersonalData.mask(
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""), 200));
        }
    }

    /** In whole seconds, because that is what the clock of the program gives. */
    private static int skew(Statement statement, Instant now) throws SQLException {
        try (ResultSet row = statement.executeQuery("select utc_timestamp()")) {
            row.next();
            Instant database = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            return (int) Duration.between(database, now).toSeconds();
        }
    }

    private static String version(Statement statement) throws SQLException {
        List<MigrationVersion> versions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select version from flyway_schema_history where success and version is not null")) {
            while (row.next()) {
                versions.add(MigrationVersion.fromVersion(row.getString(1)));
            }
        }
        return versions.stream()
                .sorted()
                .reduce((first, second) -> second)
                .map(MigrationVersion::getVersion)
                .orElse("");
    }

    /**
     * What the database said.
     *
     * @param skewSeconds clock of this node less clock of the database
     * @param schema newest version of the schema
     * @param reason why it cannot be reached
     */
    record Answer(boolean reachable, Instant at, Duration took, int skewSeconds, String schema, String reason) {}
}
