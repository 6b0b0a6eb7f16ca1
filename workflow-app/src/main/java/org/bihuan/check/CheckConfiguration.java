package org.bihuan.check;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.mybatis.spring.boot.autoconfigure.MybatisLanguageDriverAutoConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The modules without their pages, doors, schedules and whatever they do when the program starts. Beans are made when
 * an invariant asks for them. No {@code @Configuration}, because the program's own context must not find it.
 */
@AutoConfigurationPackage(basePackages = CheckConfiguration.ROOT)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MybatisLanguageDriverAutoConfiguration.class,
    MybatisAutoConfiguration.class
})
@ComponentScan(
        basePackages = CheckConfiguration.ROOT,
        excludeFilters = {
            @Filter(type = FilterType.REGEX, pattern = "org\\.bihuan\\.BihuanApplication"),
            @Filter(
                    type = FilterType.REGEX,
                    pattern = "org\\.bihuan\\.(security|shell|startup|demo|map|operation)\\..*"),
            @Filter(type = FilterType.REGEX, pattern = "org\\.bihuan\\.[a-z]+\\.ui\\..*"),
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {ApplicationRunner.class, CommandLineRunner.class, Lifecycle.class}),
            @Filter(type = FilterType.ANNOTATION, classes = EnableScheduling.class)
        })
class CheckConfiguration {

    static final String ROOT = "org.bihuan";

    /** Looks instead of migrating: what an older or newer schema holds cannot be judged. */
    @Bean
    FlywayMigrationStrategy noMigration() {
        return CheckConfiguration::requireOwnSchema;
    }

    private static void requireOwnSchema(Flyway flyway) {
        var info = flyway.info();
        if (info.current() == null) {
            throw new IllegalStateException("数据库是空的。The database holds no schema of this program.");
        }
        boolean other = info.pending().length > 0
                || Arrays.stream(info.all())
                        .anyMatch(migration -> migration.getState().isFailed()
                                || migration.getState().name().startsWith("FUTURE"));
        if (other) {
            throw new IllegalStateException("数据库结构的版本 " + info.current().getVersion()
                    + " 与本程序不一致,请使用同一版本的程序检查。The schema is of another version than this program.");
        }
    }
}
