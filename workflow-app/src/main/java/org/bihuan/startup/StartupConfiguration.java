package org.bihuan.startup;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StartupConfiguration {

    @Bean
    FlywayMigrationStrategy checkedMigration(
            Clock clock, @Value("${bihuan.startup.require-durable-database:true}") boolean durable) {
        return flyway -> {
            SchemaCheck.check(flyway);
            DatabaseCheck.check(flyway.getConfiguration().getDataSource(), clock, durable);
            flyway.migrate();
        };
    }
}
