package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.operation.ErrorIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Plants a person in a case and in every kind of failure, with the log at its most talkative, and looks for the person. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LogCanaryTest {

    private static final String NAME = "甘娜丽";

    private static final String PHONE = "13912340077";

    private static final String IDENTITY = "37020319900101778X";

    private static final String PERSON = NAME + " " + PHONE + " " + IDENTITY;

    private static final LoggingSystem LOG = LoggingSystem.get(LogCanaryTest.class.getClassLoader());

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentDispatch dispatch;

    @Autowired
    ErrorIds errors;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    IncidentFixtures people;

    @BeforeEach
    void aTalkativeLog() {
        people = IncidentFixtures.create(jdbc, transaction);
        LOG.setLogLevel("org.bihuan", LogLevel.DEBUG);
        LOG.setLogLevel("org.springframework.jdbc", LogLevel.DEBUG);
        LOG.setLogLevel("org.camunda.bpm.engine", LogLevel.DEBUG);
    }

    @AfterEach
    void aCalmLog() {
        LOG.setLogLevel("org.bihuan", null);
        LOG.setLogLevel("org.springframework.jdbc", null);
        LOG.setLogLevel("org.camunda.bpm.engine", LogLevel.WARN);
        IncidentFixtures.signOut();
    }

    @Test
    void showsNobody(CapturedOutput output) {
        CaseNumber number = reported();
        dispatched(number);
        List<Throwable> failures = new ArrayList<>();
        failures.add(catchThrowable(this::tooLongDescription));
        failures.add(catchThrowable(this::sameUserTwice));
        failures.add(catchThrowable(() -> jdbc.execute("select * from " + NAME + " where phone = '" + PHONE + "'")));
        failures.add(catchThrowable(() -> Long.parseLong(PERSON)));
        failures.add(catchThrowable(() -> new CaseNumber(PERSON)));
        failures.add(new IllegalStateException("A listener failed for " + PERSON, new RuntimeException(PERSON)));
        assertThat(failures).doesNotContainNull();

        failures.forEach(failure -> errors.record(failure, ErrorIds.Kind.ACTION, "TestView"));
        LoggerFactory.getLogger("org.bihuan.canary")
                .warn("Rejected value [{}] of {}", PERSON, failures.get(1).toString());

        assertThat(output.getAll())
                .as("the log was written")
                .contains("Parameters: ", "Duplicate entry ***", "A listener failed for ***", "TestView");
        assertThat(output.getAll()).doesNotContain(NAME, PHONE, IDENTITY, IDENTITY.substring(0, 17));
    }

    private CaseNumber reported() {
        return intake.report(new IncidentReport(
                        UUID.randomUUID().toString(),
                        null,
                        "请联系" + PERSON,
                        people.west + 0.05,
                        people.south + 0.05,
                        null,
                        NAME + "家门口",
                        PHONE,
                        List.of()))
                .caseNumber();
    }

    private void dispatched(CaseNumber number) {
        people.signIn(people.dispatcher);
        dispatch.take(number);
        int version = jdbc.queryForObject(
                "select version from incident where case_number = ?", Integer.class, number.value());
        dispatch.dispatch(number, version, people.grid, people.category, "请找" + PERSON);
    }

    private void tooLongDescription() {
        intake.report(new IncidentReport(
                UUID.randomUUID().toString(),
                people.category,
                PERSON.repeat(200),
                people.west + 0.05,
                people.south + 0.05,
                null,
                "1 号楼",
                PHONE,
                List.of()));
    }

    /** The driver's message quotes the value. */
    private void sameUserTwice() {
        for (int i = 0; i < 2; i++) {
            people.change(
                    "insert into org_staff (username, name, password_hash, must_change_password, enabled)"
                            + " values (?, ?, '-', false, false)",
                    "canary " + PHONE + NAME,
                    NAME);
        }
    }
}
