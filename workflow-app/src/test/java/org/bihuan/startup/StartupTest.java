package org.bihuan.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class StartupTest {

    @TempDir
    Path folder;

    @Nested
    class Settings {

        @Test
        void refusesWithoutDatabaseAddress(CapturedOutput output) {
            refused("--bihuan.storage.folder=" + folder);

            assertSentence(output, "没有设置数据库地址", "SPRING_DATASOURCE_URL");
        }

        @Test
        void refusesWithoutFolderForPhotos(CapturedOutput output) {
            refused("--spring.datasource.url=jdbc:mysql://127.0.0.1/bihuan");

            assertSentence(output, "没有设置照片存放目录", "BIHUAN_STORAGE_FOLDER");
        }

        @Test
        void refusesFolderForPhotosThatIsAFile(CapturedOutput output) throws Exception {
            Path file = Files.createFile(folder.resolve("file"));

            refused("--spring.datasource.url=jdbc:mysql://127.0.0.1/bihuan", "--bihuan.storage.folder=" + file);

            // The number in the name of the temporary folder is masked, as any long number in the log.
            assertSentence(output, "程序无法写入照片存放目录 /", "cannot write the folder for photos /");
        }

        @Test
        void refusesDatabaseThatDoesNotAnswerAndKeepsParametersToItself(CapturedOutput output) throws Exception {
            int port = closedPort();

            refused(
                    "--spring.datasource.url=jdbc:mysql://127.0.0.1:" + port + "/bihuan?password=geheim",
                    "--bihuan.storage.folder=" + folder);

            assertSentence(output, "无法连接数据库 jdbc:mysql://127.0.0.1:" + port, "cannot be reached");
            assertThat(output).doesNotContain("geheim");
        }

        @ParameterizedTest
        @CsvSource({
            "spring.datasource.password, changeme",
            "spring.datasource.password, BIHUAN-demo-2026",
            "bihuan.administrator.password, 12345678",
            "bihuan.webhook.signing-key, changeit"
        })
        void refusesSecretsThatEverybodyKnowsAndDoesNotRepeatThem(String name, String value, CapturedOutput output) {
            refused("--spring.datasource.url=jdbc:mysql://127.0.0.1:1/x", "--" + name + "=" + value);

            assertSentence(output, name + " 用的是众所周知的示例口令", name + " is a password that stands in examples");
            assertThat(output).doesNotContain(value);
        }

        @Test
        void letsDemonstrationsHaveTheirPublicSecrets(CapturedOutput output) {
            refused(
                    "--spring.profiles.active=demo",
                    "--bihuan.administrator.password=changeme",
                    "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/x");

            assertThat(output).contains("没有设置照片存放目录");
        }

        private static int closedPort() throws Exception {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }

    @Nested
    @IntegrationTest
    class Database {

        @Autowired
        Environment settings;

        @Autowired
        JdbcTemplate jdbc;

        @AfterEach
        void dropOtherSchema() {
            jdbc.execute("drop database if exists bihuan_newer");
        }

        @Test
        void refusesWrongPassword(CapturedOutput output) {
            refused(settings("--spring.datasource.password=wrong"));

            assertSentence(output, "拒绝了用户", "check SPRING_DATASOURCE_USERNAME");
            assertThat(output).doesNotContain("wrong\"");
        }

        @Test
        void refusesSchemaThatIsNewerThanTheProgramAndNamesBothVersions(CapturedOutput output) {
            jdbc.execute("create database bihuan_newer");
            // One statement, because the connections of the pool do not commit by themselves.
            jdbc.execute("""
                create table bihuan_newer.flyway_schema_history as
                select * from flyway_schema_history
                union all
                select 900, '9001', 'from the future', 'SQL', 'V9001__future.sql', 1, 'test', current_timestamp(), 1, 1\
                """);

            refused(settings("--spring.datasource.url=" + otherSchema()));

            assertSentence(output, "数据库结构的版本是 9001", "has version 9001, newer than 00");
        }

        @Test
        void refusesIsolationUnderWhichTheEngineWouldNotRun(CapturedOutput output) {
            refused(settings("--spring.datasource.hikari.transaction-isolation=TRANSACTION_REPEATABLE_READ"));

            assertSentence(output, "READ COMMITTED", "must use the isolation READ COMMITTED");
        }

        @Test
        void refusesDatabaseThatMayForgetWhatItConfirmed(CapturedOutput output) {
            String variable = "innodb_flush_log_at_trx_commit";
            Integer value = jdbc.queryForObject("select @@global." + variable, Integer.class);
            // The embedded server of the tests forgets; another server may not.
            assumeThat(value).isNotEqualTo(1);

            refused(settings("--bihuan.startup.require-durable-database=true"));

            assertSentence(output, "断电会丢失已确认的案件", variable + " = " + value + ", set it to 1");
        }

        @Test
        void refusesClockThatIsFarFromThatOfTheDatabase(CapturedOutput output) {
            refused(settings("--test.minutes-ahead=10"));

            assertSentence(output, "时钟相差", "The clocks of this machine and of the database are");
        }

        private String otherSchema() {
            String url = settings.getRequiredProperty("spring.datasource.url");
            int question = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
            return url.substring(0, url.lastIndexOf('/', question) + 1) + "bihuan_newer" + url.substring(question);
        }

        private String[] settings(String more) {
            var arguments = new ArrayList<String>();
            for (String name : List.of("url", "username", "password")) {
                String property = "spring.datasource." + name;
                arguments.add("--" + property + "=" + settings.getProperty(property, ""));
            }
            arguments.add("--bihuan.storage.folder=" + folder);
            arguments.add("--bihuan.startup.require-durable-database=false");
            arguments.removeIf(argument -> argument.startsWith(more.substring(0, more.indexOf('=') + 1)));
            arguments.add(more);
            return arguments.toArray(String[]::new);
        }
    }

    private static void refused(String... arguments) {
        var application = new SpringApplication(Program.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> {
                    try (ConfigurableApplicationContext context = application.run(arguments)) {
                        assertThat(context.isActive()).as("must not start").isFalse();
                    }
                })
                .hasStackTraceContaining(StartupRefusedException.class.getName());
    }

    private static void assertSentence(CapturedOutput output, String chinese, String english) {
        assertThat(output).contains(chinese).contains(english).doesNotContain("\tat ");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(StartupConfiguration.class)
    static class Program {

        @Bean
        Clock clock(@Value("${test.minutes-ahead:0}") long minutes) {
            return Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        }
    }
}
