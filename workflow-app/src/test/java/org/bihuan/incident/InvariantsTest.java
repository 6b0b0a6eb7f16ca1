package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.Acknowledged;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.task.Extension;
import org.bihuan.task.Rest;
import org.bihuan.task.Suspension;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plants one violation of each invariant and sees it found. The schema is shared with other tests, some of which leave
 * half a case behind, so what counts is what is found more than before.
 */
@IntegrationTest
class InvariantsTest {

    @Autowired
    List<Invariant> invariants;

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentHandling handling;

    @Autowired
    IncidentVerification verification;

    @Autowired
    IncidentFollowUp followUp;

    @Autowired
    IncidentLookup lookup;

    @Autowired
    IncidentCheckMapper mapper;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Suspension suspension;

    @Autowired
    Extension extension;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Value("${bihuan.storage.folder}")
    Path storage;

    @TempDir
    Path folder;

    IncidentFixtures people;
    Receipt receipt;
    Map<String, Long> before;

    /** The same for both looks, so that nothing of others falls due between them. */
    Instant now;

    @BeforeEach
    void anOpenCase() {
        people = IncidentFixtures.create(jdbc, transaction);
        receipt = intake.report(people.report());
        now = clock.instant();
        before = found(scope());
    }

    @AfterEach
    void nobody() {
        IncidentFixtures.signOut();
    }

    @Test
    void findNothingInALifeFromReportToClosing() {
        verified();
        int version = followUp.find(receipt.trackingToken()).orElseThrow().version();
        followUp.rate(receipt.trackingToken(), version, 5, "");

        assertThat(found(scope())).isEqualTo(before);
    }

    @Nested
    class Acknowledgements {

        @Test
        void ofAMissingCaseIsFound() {
            expect(acknowledged("case TST-2026-999999"), "every acknowledged case is there", 1);
            expect(acknowledged("case " + number()), "every acknowledged case is there", 0);
        }

        @Test
        void ofADeedThatIsNotRecordedIsFound() {
            String english = "every acknowledged deed stands in the record";
            expect(acknowledged("deed " + number() + " incident.handled"), english, 1);
            expect(acknowledged("deed " + number() + " incident.reported"), english, 0);
            // The same deed told twice must have happened twice.
            String reported = "deed " + number() + " incident.reported";
            expect(acknowledged(reported, reported), english, 1);
        }

        @Test
        void ofAMissingPhotoIsFound() {
            expect(acknowledged("photo " + number()), "every acknowledged photo is there", 1);
        }
    }

    @Nested
    class CaseAndProcess {

        @Test
        void missEachOther() {
            plant("update ACT_RU_EXECUTION set BUSINESS_KEY_ = 'TST-2026-999998' where BUSINESS_KEY_ = ?", number());

            // the case without its process, and the process without a case
            expect("open cases and open processes match one to one", 2);
        }

        @Test
        void differInTheRegister() {
            plant("update incident set status = 'VERIFYING' where case_number = ?", number());

            expect("incidents and the register of cases say the same", 1);
        }

        @Test
        void stoodStill() {
            withoutTask();

            expect("every open case has a task, a timer or a message to wait for", 1);
        }
    }

    @Nested
    class InboxRows {

        private static final String ENGLISH = "the inbox shows exactly the engine's open tasks";

        @Test
        void withoutTaskAreFound() {
            withoutTask();

            expect(ENGLISH, 1);
        }

        @Test
        void thatAreMissingAreFound() {
            plant("delete from inbox_item where case_number = ?", number());

            expect(ENGLISH, 1);
        }
    }

    @Nested
    class Dispatches {

        private static final String ENGLISH = "each round was dispatched exactly once";

        @Test
        void thatAreMissingAreFound() {
            plant("update incident set round = round + 1 where case_number = ?", number());

            expect(ENGLISH, 1);
        }

        @Test
        void withTwoTasksAreFound() {
            plant(
                    "insert into inbox_item (task_id, post_id, family, case_number, task_key, form_key, title,"
                            + " created_at, due_at, warn_at) select 'second', post_id, family, case_number, task_key,"
                            + " form_key, title, created_at, due_at, warn_at from inbox_item where case_number = ?",
                    number());

            expect(ENGLISH, 1);
        }
    }

    @Nested
    class Record {

        @Test
        void withoutEntriesIsFound() {
            plant("delete from audit_entry where case_number = ?", number());

            expect("every case has entries in the record", 1);
        }

        @Test
        void ofNoCaseIsFound() {
            plant("update audit_entry set case_number = ? where case_number = ?", "TST-" + people.district, number());

            expect("every entry of the record belongs to a case", 1);
        }

        @Test
        void thatLacksAChangeIsFound() {
            plant("update incident set version = version + 1 where case_number = ?", number());

            expect("every change of an incident is in the record", 1);
        }

        @Test
        void ofWhatNeverHappenedIsFound() {
            plant(
                    "insert into audit_entry (case_number, family, event_type, actor_kind, actor_name, occurred_at,"
                            + " note, public_note, visible_to_reporter) values (?, 'incident', 'incident.handled',"
                            + " 'STAFF', '', ?, '', '', false)",
                    number(),
                    Timestamp.from(clock.instant()));

            expect("every recorded change of an incident took place", 1);
        }
    }

    @Nested
    class Jobs {

        private static final String ENGLISH = "no job has failed for good, is stuck in a lock or overdue";

        @BeforeEach
        void aTimer() {
            verified();
        }

        @Test
        void thatGaveUpAreFound() {
            plant("update ACT_RU_JOB set RETRIES_ = 0 where PROCESS_INSTANCE_ID_ = ?", instance());

            expect(ENGLISH, 1);
        }

        @Test
        void lockedByNobodyAliveAreFound() {
            plant(
                    "update ACT_RU_JOB set LOCK_OWNER_ = 'dead', LOCK_EXP_TIME_ = date_sub(utc_timestamp(), interval 1"
                            + " hour) where PROCESS_INSTANCE_ID_ = ?",
                    instance());

            expect(ENGLISH, 1);
        }

        @Test
        void longDueAreFound() {
            plant(
                    "update ACT_RU_JOB set DUEDATE_ = date_sub(utc_timestamp(), interval 1 hour)"
                            + " where PROCESS_INSTANCE_ID_ = ?",
                    instance());

            expect(ENGLISH, 1);
        }
    }

    @Test
    void findADeadlineThatTheCalendarDoesNotSay() {
        plant("update inbox_item set due_at = date_add(due_at, interval 1 minute) where case_number = ?", number());

        expect("deadlines are what the working calendar says", 1);
    }

    @Nested
    class Clocks {

        private static final String ENGLISH = "cases at rest stand still in the lists and in the engine";

        @Test
        void thatStandStillAndGoOnAreFine() {
            people.signIn(people.dispatcher);

            suspension.suspend(receipt.caseNumber(), Rest.Kind.OUTSIDE, "等待答复", null);
            assertThat(found(scope())).isEqualTo(before);
            suspension.resume(receipt.caseNumber(), "");
            assertThat(found(scope())).isEqualTo(before);
        }

        @Test
        void withMoreTimeAreFine() {
            moreTime();

            assertThat(found(scope())).isEqualTo(before);
        }

        @Test
        void withMoreTimeThanWasGrantedAreFound() {
            moreTime();
            plant(
                    "update inbox_deadline d join inbox_item i on i.task_id = d.task_id set d.due_at ="
                            + " date_sub(d.due_at, interval 1 minute) where i.case_number = ?",
                    number());

            expect("deadlines are what the working calendar says", 1);
        }

        @Test
        void thatStandStillInTheEngineOnlyAreFound() {
            runtime.suspendProcessInstanceById(instance());

            expect(ENGLISH, 1);
        }

        @Test
        void thatStandStillInTheLedgerOnlyAreFound() {
            plant(
                    "insert into task_suspension (case_number, open_case, family, kind, reason, suspended_by,"
                            + " suspended_at) values (?, ?, 'incident', 'RESTING', 'x', ?, ?)",
                    number(),
                    number(),
                    people.worker.id(),
                    Timestamp.from(clock.instant()));

            expect(ENGLISH, 1);
        }

        @Test
        void thatStandStillInTheListsOnlyAreFound() {
            plant(
                    "update inbox_item set suspended_at = ? where case_number = ?",
                    Timestamp.from(clock.instant()),
                    number());

            expect(ENGLISH, 1);
        }

        private void moreTime() {
            people.signIn(people.worker);
            handling.accept(receipt.caseNumber());
            long id = extension.ask(
                    jdbc.queryForObject("select task_id from inbox_item where case_number = ?", String.class, number()),
                    clock.instant().plus(Duration.ofDays(30)),
                    "等待材料");
            people.signIn(people.dispatcher);
            extension.grant(id, clock.instant().plus(Duration.ofDays(20)), "");
            IncidentFixtures.signOut();
        }
    }

    @Test
    void findAKeyWithoutResult() {
        plant(
                "insert into idempotency_key (caller, send_key, content_hash, sends, created_at) values ('resident',"
                        + " ?, ?, 1, ?)",
                UUID.randomUUID().toString(),
                new byte[32],
                Timestamp.from(clock.instant()));

        expect("every key of a sending has exactly one result", 1);
    }

    @Test
    void findAMessageThatNobodyCarriesOut() {
        plant(
                "insert into outbox_message (message_id, topic, payload, created_at, available_at, attempts) values"
                        + " (?, 'x', '', ?, ?, 0)",
                UUID.randomUUID().toString(),
                Timestamp.from(clock.instant().minusSeconds(120)),
                Timestamp.from(clock.instant().minusSeconds(90)));

        expect("messages to the outside arrive in time", 1);
    }

    @Nested
    class Photos {

        private static final String ENGLISH = "photos and their files match one to one";

        @Test
        void withoutFileAreFound() {
            plant(
                    "insert into attachment_photo (id, case_number, kind, position, width, height, file_name,"
                            + " actor_kind, taken_in) values (?, ?, 'BEFORE', 0, 1, 1, '', 'RESIDENT', ?)",
                    UUID.randomUUID().toString(),
                    number(),
                    Timestamp.from(clock.instant()));

            expect(ENGLISH, 1);
        }

        @Test
        void thatNobodyKnowsAreFoundAfterAnHour() throws Exception {
            Path file = storage.resolve("photos/aa/bb").resolve(UUID.randomUUID() + "-full.jpg");
            Files.createDirectories(file.getParent());
            long later = found(later()).get(ENGLISH);
            Files.write(file, new byte[1]);
            try {
                assertThat(found(scope())).isEqualTo(before);
                assertThat(found(later()).get(ENGLISH) - later).isEqualTo(1);
            } finally {
                Files.delete(file);
            }
        }

        private CheckScope later() {
            return new CheckScope(clock.instant().plus(Duration.ofHours(2)), List.of(), List.of(), 0);
        }
    }

    @Nested
    class Visibility {

        @Test
        void withinTheScopeIsFine() {
            Invariant invariant = invariant("incidents are seen only within the scope of the posts (sampled)");

            assertThat(count(invariant, new CheckScope(clock.instant(), List.of(), List.of(), 100)))
                    .isZero();
        }

        @Test
        void beyondTheScopeIsFound() {
            var shown = new IncidentLookup.Details(mock(), mock(), "", false);
            IncidentLookup open = mock();
            when(open.details(any())).thenReturn(shown);
            ObjectProvider<IncidentLookup> provider = mock();
            when(provider.getObject()).thenReturn(open);

            assertThat(count(
                            new SeenWithinScope(mapper, provider),
                            new CheckScope(clock.instant(), List.of(), List.of(), 100)))
                    .isPositive();
        }
    }

    @Nested
    class PersonalNumbers {

        @Test
        void inProcessVariablesAreFound() {
            runtime.setVariable(instance(), "note", "身份证 11010519491231002X");

            expect("no plain identity or mobile number in the engine's tables", 1);
        }

        @Test
        void inBytesAreFound() {
            runtime.setVariable(instance(), "note", "电话 13812345678".getBytes(StandardCharsets.UTF_8));

            expect("no plain identity or mobile number in the engine's tables", 1);
        }

        @Test
        void inLogsAreFound() throws Exception {
            Files.writeString(folder.resolve("bihuan.log"), "fine\n电话 13812345678\n");
            var scope = new CheckScope(clock.instant(), List.of(), List.of(folder), 0);
            var findings = new Findings();

            invariant("no plain identity or mobile number in logs and temporary files")
                    .check(scope, findings);

            assertThat(findings.first()).containsExactly("bihuan.log:2");
        }
    }

    private void withoutTask() {
        plant("delete from ACT_RU_TASK where PROC_INST_ID_ = ?", instance());
    }

    private void verified() {
        people.signIn(people.worker);
        handling.accept(receipt.caseNumber());
        handling.handled(receipt.caseNumber(), version(), "已清理", List.of());
        people.signIn(people.checker);
        verification.take(receipt.caseNumber());
        verification.pass(receipt.caseNumber(), version(), "");
        IncidentFixtures.signOut();
    }

    private int version() {
        return lookup.details(receipt.caseNumber()).incident().version();
    }

    private String number() {
        return receipt.caseNumber().value();
    }

    private String instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number())
                .singleResult()
                .getId();
    }

    private void plant(String sql, Object... arguments) {
        int rows = transaction.execute(status -> jdbc.update(sql, arguments));
        assertThat(rows).isPositive();
    }

    private CheckScope scope() {
        return new CheckScope(now, List.of(), List.of(), 0);
    }

    private CheckScope acknowledged(String... lines) {
        return new CheckScope(
                clock.instant(), Arrays.stream(lines).map(Acknowledged::parse).toList(), List.of(), 0);
    }

    private void expect(String english, long more) {
        expect(scope(), english, more);
    }

    private void expect(CheckScope scope, String english, long more) {
        assertThat(count(invariant(english), scope) - before.get(english)).isEqualTo(more);
    }

    private Invariant invariant(String english) {
        return invariants.stream()
                .filter(invariant -> invariant.meaning().english().equals(english))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> found(CheckScope scope) {
        return invariants.stream()
                .collect(Collectors.toMap(
                        invariant -> invariant.meaning().english(), invariant -> count(invariant, scope)));
    }

    private static long count(Invariant invariant, CheckScope scope) {
        var findings = new Findings();
        invariant.check(scope, findings);
        return findings.count();
    }
}
