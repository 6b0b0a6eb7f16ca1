package org.bihuan.operation;

import org.bihuan.attachment.StorageSpace;
import org.bihuan.attachment.StorageSpace.Space;
import org.bihuan.engine.FailedJobs;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * What {@code /actuator/health/readiness} is made of. DEGRADED is answered with 200: a node without room for photos
 * still takes reports and must not be taken out of service.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final Status DEGRADED = new Status("DEGRADED", "some things are refused, the rest goes on");

    @Bean
    HealthIndicator databaseHealthIndicator(DatabaseProbe probe) {
        return () -> {
            DatabaseProbe.Answer answer = probe.latest();
            return (answer.reachable() ? Health.up() : Health.down())
                    .withDetail("asOf", answer.at())
                    .withDetail("milliseconds", answer.took().toMillis())
                    .withDetail("clockSkewSeconds", answer.skewSeconds())
                    .withDetail("reason", answer.reason())
                    .build();
        };
    }

    @Bean
    @DependsOn("flywayInitializer")
    HealthIndicator schemaHealthIndicator(DatabaseProbe probe, Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        String needed = current == null || current.getVersion() == null
                ? ""
                : current.getVersion().getVersion();
        return () -> schema(needed, probe.latest().schema());
    }

    /** A newer schema is no failure: during an upgrade the older node goes on until it is replaced. */
    static Health schema(String needed, String found) {
        boolean known = !needed.isEmpty() && !found.isEmpty();
        boolean older =
                known && MigrationVersion.fromVersion(found).compareTo(MigrationVersion.fromVersion(needed)) < 0;
        return (older ? Health.down() : known ? Health.up() : Health.unknown())
                .withDetail("needed", needed)
                .withDetail("found", found)
                .build();
    }

    @Bean
    HealthIndicator jobsHealthIndicator(FailedJobs jobs) {
        return () -> jobs(jobs.isWanted(), jobs.isRunning());
    }

    static Health jobs(boolean wanted, boolean running) {
        return (wanted && !running ? Health.down() : Health.up())
                .withDetail("wanted", wanted)
                .withDetail("running", running)
                .build();
    }

    @Bean
    HealthIndicator storageHealthIndicator(StorageSpace storage) {
        return () -> storage(storage.now());
    }

    static Health storage(Space space) {
        return Health.status(space.scarce() ? DEGRADED : Status.UP)
                .withDetail("writable", space.writable())
                .withDetail("freePercent", space.freePercent())
                .withDetail("freeBytes", space.free())
                .withDetail("photosRefusedBelowPercent", space.leastFreePercent())
                .build();
    }
}
