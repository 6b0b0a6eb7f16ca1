package org.bihuan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.IntegrationTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command as the jar runs it, with a context of its own. What each invariant finds is tested by itself. */
@IntegrationTest
class CheckCommandTest {

    @Autowired
    Environment environment;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RepositoryService repository;

    @TempDir
    Path folder;

    /** The model of another test names a delegate that only its own program has; that test deploys it anew. */
    @BeforeEach
    void noModelWithoutItsDelegate() {
        repository.createProcessDefinitionQuery().processDefinitionKey("chore").list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .distinct()
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void answersForEachInvariantAndWritesNothing() throws Exception {
        String before = state();

        String said =
                run(CheckCommand.BROKEN, settings(), "--acknowledged=" + file("case XX-2026-000001"), "--sample=1");

        for (int number = 1; number <= 13; number++) {
            assertThat(said).containsPattern("(?m)^I" + number + " ");
        }
        assertThat(said).contains("XX-2026-000001").contains("I5   ----").endsWith("some are broken\n");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void saysThatItCouldNotLook() throws Exception {
        Map<String, String> settings = settings();
        settings.put("spring.datasource.url", "jdbc:mysql://127.0.0.1:9/none");

        run(CheckCommand.UNKNOWN, settings);
    }

    @Test
    void refusesWordsThatItDoesNotKnow() throws Exception {
        run(CheckCommand.UNKNOWN, settings(), "--fast");
        run(CheckCommand.UNKNOWN, settings(), "--logs=" + folder.resolve("missing"));
        run(CheckCommand.UNKNOWN, settings(), "--acknowledged=" + file("deed only-two"));
    }

    private String run(int expected, Map<String, String> settings, String... arguments) {
        PrintStream console = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(CheckCommand.run(
                            settings.entrySet().stream()
                                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                    .toArray(String[]::new),
                            arguments))
                    .isEqualTo(expected);
        } finally {
            System.setOut(console);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (String name : new String[] {
            "spring.datasource.url", "spring.datasource.username", "spring.datasource.password", "bihuan.storage.folder"
        }) {
            settings.put(name, environment.getRequiredProperty(name));
        }
        return settings;
    }

    private Path file(String line) throws Exception {
        return Files.writeString(folder.resolve("acknowledged.txt"), line + "\n");
    }

    /** What a program writes when it starts: models, properties, jobs, migrations. */
    private String state() {
        return jdbc.queryForList("select concat(NAME_, VALUE_, REV_) from ACT_GE_PROPERTY order by NAME_", String.class)
                + " "
                + jdbc.queryForList(
                        "select count(*) from ACT_RE_DEPLOYMENT union all select count(*) from ACT_RU_JOB"
                                + " union all select count(*) from flyway_schema_history",
                        Long.class);
    }
}
