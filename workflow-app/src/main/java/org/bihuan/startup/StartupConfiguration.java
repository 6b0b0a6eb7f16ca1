package org.bihuan.startup;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StartupConfiguration {

    @Bean
    FlywayMigrationStrategy checkedMigration() {
        return flyway -> {
            SchemaCheck.check(flyway);
            flyway.migrate();
        };
    }
}
