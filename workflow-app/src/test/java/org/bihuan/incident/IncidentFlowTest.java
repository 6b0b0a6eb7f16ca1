package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.OtherContentException;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.incident.process.IncidentHandlingBpmn;
import org.bihuan.incident.process.IncidentHandlingBpmn.Events;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.task.Rest;
import org.bihuan.task.Suspension;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of an incident through services, database and engine; each path of the model once. */
@IntegrationTest
class IncidentFlowTest {

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentHandling handling;

    @Autowired
    IncidentVerification verification;

    @Autowired
    IncidentDispatch dispatch;

    @Autowired
    Suspension suspension;

    @Autowired
    IncidentFollowUp followUp;

    @Autowired
    IncidentLookup lookup;

    @Autowired
    IncidentCatalog catalog;

    @Autowired
    ProcessEngine engine;

    @Autowired
    HistoryService history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    IncidentFixtures people;

    @BeforeEach
    void aDistrict() {
        people = IncidentFixtures.create(jdbc, transaction);
    }

    @AfterEach
    void nobody() {
        IncidentFixtures.signOut();
    }

    @Test
    void comesBackClosedWhenTheResidentRates() {
        Receipt receipt = verified();

        followUp.rate(receipt.trackingToken(), version(receipt), 5, "很快");

        assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(trace(receipt))
                .containsSubsequence(
                        Events.INCIDENT_REPORTED,
                        Tasks.HANDLE_INCIDENT,
                        Tasks.VERIFY_INCIDENT,
                        Events.INCIDENT_RATED,
                        Tasks.CLOSE_INCIDENT,
                        Events.INCIDENT_CLOSED);
        assertThat(openTasks(receipt)).isZero();
    }

    @Test
    void closesByItselfWhenNobodyRates() {
        Receipt receipt = verified();

        fireTimer(receipt);

        assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(trace(receipt))
                .containsSubsequence(Events.RATING_PERIOD_ENDED, Tasks.CLOSE_INCIDENT, Events.INCIDENT_CLOSED);
        assertThatThrownBy(() -> followUp.rate(receipt.trackingToken(), version(receipt), 1, ""))
                .isInstanceOf(StaleCaseException.class);
    }

    @Test
    void unsatisfiedResidentHasItTakenUpAgainOnce() {
        Receipt receipt = verified();

        followUp.reopen(receipt.trackingToken(), version(receipt), "还在");
        assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.ASSIGNED);
        handleAndVerify(receipt);

        assertThat(trace(receipt))
                .containsSubsequence(
                        Tasks.VERIFY_INCIDENT, Events.INCIDENT_REOPENED, Tasks.HANDLE_INCIDENT, Tasks.VERIFY_INCIDENT);
        assertThatThrownBy(() -> followUp.reopen(receipt.trackingToken(), version(receipt), "还在"))
                .isInstanceOf(StaleCaseException.class);
        followUp.rate(receipt.trackingToken(), version(receipt), 2, "");
        assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    void communitySendsBackWhatIsNotSolved() {
        Receipt receipt = handled();

        people.signIn(people.checker);
        verification.take(receipt.caseNumber());
        verification.sendBack(receipt.caseNumber(), version(receipt), "照片里还有垃圾");

        assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.ASSIGNED);
        assertThat(trace(receipt))
                .containsSubsequence(Tasks.HANDLE_INCIDENT, Tasks.VERIFY_INCIDENT, Tasks.HANDLE_INCIDENT);
        assertThat(people.count("select count(*) from incident_dispatch")).isGreaterThanOrEqualTo(2);
    }

    @Nested
    class SentTwiceUnderOneKey {

        @Autowired
        Idempotency idempotency;

        @Test
        void aReportOfHandlingGivesTheFirstAnswerAndOneStep() {
            Receipt receipt = accepted();
            int shown = version(receipt);
            var key = new SendKeyField(idempotency, "test");
            Runnable verb = () -> handling.handled(receipt.caseNumber(), shown, "已清理", List.of());

            key.send(List.of("handled", shown, "已清理"), "done", verb);
            key.send(List.of("handled", shown, "已清理"), "done", verb);

            assertThat(steps(receipt, "incident.handled")).isOne();
            assertThatThrownBy(verb::run).isInstanceOf(StaleCaseException.class);
        }

        @Test
        void aDispatchGivesTheFirstAnswerAndOneRound() {
            Receipt receipt = intake.report(people.report(people.west + 0.15, people.south + 0.05, people.category));
            people.signIn(people.dispatcher);
            dispatch.take(receipt.caseNumber());
            int shown = version(receipt);
            var key = new SendKeyField(idempotency, "test");

            for (int i = 0; i < 2; i++) {
                key.send(
                        "dispatch",
                        "done",
                        () -> dispatch.dispatch(receipt.caseNumber(), shown, people.grid, people.category, ""));
            }

            assertThat(steps(receipt, "incident.dispatched")).isOne();
            assertThat(incident(receipt).state().round()).isOne();
        }

        @Test
        void aSupplementIsAddedOnce() {
            Receipt receipt = intake.report(people.report());
            var key = new SendKeyField(idempotency, "test");

            for (int i = 0; i < 2; i++) {
                key.send("more", "done", () -> followUp.supplement(receipt.trackingToken(), "还有一处", List.of()));
            }

            assertThat(steps(receipt, "incident.supplemented")).isOne();
        }

        @Test
        void aRatingIsThankedForTwice() {
            Receipt receipt = verified();
            int shown = version(receipt);
            var key = new SendKeyField(idempotency, "test");

            for (int i = 0; i < 2; i++) {
                key.send("rate", "done", () -> followUp.rate(receipt.trackingToken(), shown, 5, ""));
            }

            assertThat(steps(receipt, "incident.rated")).isOne();
        }

        @Test
        void somethingElseIsRefusedAndTheNextSendingHasANewKey() {
            Receipt receipt = intake.report(people.report());
            var key = new SendKeyField(idempotency, "test");
            String first = key.key().value();
            key.send("more", "done", () -> followUp.supplement(receipt.trackingToken(), "还有一处", List.of()));

            assertThatThrownBy(() -> key.send(
                            "other", "done", () -> followUp.supplement(receipt.trackingToken(), "又一处", List.of())))
                    .isInstanceOf(OtherContentException.class);

            assertThat(steps(receipt, "incident.supplemented")).isOne();
            assertThat(key.key().value()).isNotEqualTo(first);
        }

        @Test
        void whatFailedMayBeSentAgain() {
            Receipt receipt = accepted();
            var key = new SendKeyField(idempotency, "test");
            assertThatThrownBy(() -> key.send(
                            "stale", "done", () -> handling.handled(receipt.caseNumber(), 99, "已清理", List.of())))
                    .isInstanceOf(StaleCaseException.class);

            key.send("fresh", "done", () -> handling.handled(receipt.caseNumber(), version(receipt), "已清理", List.of()));

            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.VERIFYING);
        }

        @Test
        void nothingPersonalStandsInAnAnswer() {
            Receipt receipt = intake.report(people.report());

            assertThat(jdbc.queryForList("select answer from idempotency_key where answer is not null", String.class))
                    .isNotEmpty()
                    .noneMatch(answer -> answer.contains(receipt.trackingToken()) || answer.contains("楼"));
        }

        private long steps(Receipt receipt, String type) {
            return people.count(
                    "select count(*) from audit_entry where case_number = ? and event_type = ?",
                    receipt.caseNumber().value(),
                    type);
        }
    }

    @Nested
    class Dispatching {

        @Test
        void getsWhatHasNobodyAtTheGrid() {
            Receipt receipt = intake.report(people.report(people.west + 0.15, people.south + 0.05, people.category));

            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.DISPATCHING);
            assertThat(trace(receipt))
                    .containsExactly(
                            Events.INCIDENT_REPORTED,
                            IncidentHandlingBpmn.Gateways.RESPONSIBLE_POST_FOUND,
                            Tasks.DISPATCH_INCIDENT);
        }

        @Test
        void getsWhatHasNoCategory() {
            Receipt receipt = intake.report(people.report(people.west + 0.05, people.south + 0.05, null));

            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.DISPATCHING);
        }

        @Test
        void getsWhatNamesACommunityOfSeveralGrids() {
            Receipt receipt = intake.report(people.reportByName());

            assertThat(incident(receipt).state().unitId()).isEqualTo(people.community);
            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.DISPATCHING);
        }

        @Test
        void getsWhatIsHandedUpAndGivesItToADepartment() {
            Receipt receipt = accepted();
            handling.handUp(receipt.caseNumber(), version(receipt), HandUpReason.CANNOT_SOLVE, "要执法");

            people.signIn(people.dispatcher);
            dispatch.take(receipt.caseNumber());
            dispatch.dispatch(
                    receipt.caseNumber(),
                    version(receipt),
                    people.department,
                    catalog.unknown().id(),
                    "请执法");

            people.signIn(people.official);
            handling.accept(receipt.caseNumber());
            handling.handled(receipt.caseNumber(), version(receipt), "已处罚", List.of());
            assertThat(incident(receipt).state().unitId()).isEqualTo(people.grid);
            assertThat(trace(receipt))
                    .containsSubsequence(
                            Tasks.HANDLE_INCIDENT,
                            Tasks.DISPATCH_INCIDENT,
                            Tasks.HANDLE_INCIDENT,
                            Tasks.VERIFY_INCIDENT);
        }

        @Test
        void refusesAUnitWhereNobodyIs() {
            Receipt receipt = intake.report(people.reportByName());
            people.signIn(people.dispatcher);
            dispatch.take(receipt.caseNumber());

            assertThatThrownBy(() -> dispatch.dispatch(
                            receipt.caseNumber(), version(receipt), people.vacantGrid, people.category, ""))
                    .isInstanceOf(NobodyThereException.class);
        }

        @Test
        void endsWhatIsInvalidAtEachStepBeforeTheCheckPassed() {
            List<Receipt> receipts = new ArrayList<>();
            receipts.add(intake.report(people.reportByName()));
            receipts.add(intake.report(people.report()));
            receipts.add(accepted());
            receipts.add(handled());
            people.signIn(people.dispatcher);

            for (Receipt receipt : receipts) {
                dispatch.invalidate(receipt.caseNumber(), version(receipt), "不属实");
                assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.INVALID);
                assertThat(trace(receipt)).contains(Events.INCIDENT_DISMISSED, Events.INCIDENT_ENDED_EARLY);
                assertThat(openTasks(receipt)).isZero();
            }
        }

        @Test
        void endsNothingThatRests() {
            Receipt receipt = accepted();
            people.signIn(people.dispatcher);
            suspension.suspend(receipt.caseNumber(), Rest.Kind.OUTSIDE, "等待答复", null);

            assertThatThrownBy(() -> dispatch.invalidate(receipt.caseNumber(), version(receipt), "不属实"))
                    .isInstanceOf(TaskRefusedException.class);

            suspension.resume(receipt.caseNumber(), "");
            dispatch.invalidate(receipt.caseNumber(), version(receipt), "不属实");
            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.INVALID);
        }

        @Test
        void mergesIntoAnEarlierCaseOnly() {
            Receipt earlier = intake.report(people.report());
            Receipt later = intake.report(people.report());
            people.signIn(people.dispatcher);

            assertThatThrownBy(() -> dispatch.merge(earlier.caseNumber(), version(earlier), later.caseNumber(), "同一处"))
                    .isInstanceOf(NoEarlierCaseException.class);
            dispatch.merge(later.caseNumber(), version(later), earlier.caseNumber(), "同一处");

            assertThat(incident(later).status()).isEqualTo(IncidentStatus.MERGED);
            assertThat(incident(later).state().mergedInto()).isEqualTo(earlier.caseNumber());
        }
    }

    @Nested
    class Refusals {

        @Test
        void aPointOutsideTheDistrict() {
            assertThatThrownBy(() -> intake.report(people.report(150.0, -40.0, people.category)))
                    .isInstanceOf(OutsideDistrictException.class);
        }

        @Test
        void theSameSubmissionSentManyTimesAtOnceIsOneCase() throws Exception {
            IncidentReport report = people.report();
            List<Callable<Receipt>> sends = java.util.Collections.nCopies(8, () -> intake.report(report));

            var receipts = new ArrayList<Receipt>();
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (var sent : threads.invokeAll(sends)) {
                    receipts.add(sent.get());
                }
            }

            assertThat(receipts).containsOnly(receipts.getFirst());
            assertThat(people.count("select count(*) from incident where unit_id = ?", people.grid))
                    .isOne();
            assertThat(people.count(
                            "select sends from idempotency_key where caller = 'resident' and send_key = ?",
                            report.submissionKey()))
                    .isEqualTo(8);
        }

        @Test
        void oneOfTwoWorkersWhoAcceptAtTheSameMoment() throws Exception {
            Receipt receipt = intake.report(people.report());

            var outcomes = new ArrayList<String>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var sends = List.<Callable<String>>of(
                        () -> accept(receipt, people.worker), () -> accept(receipt, people.secondWorker));
                for (var outcome : threads.invokeAll(sends)) {
                    outcomes.add(outcome.get());
                }
            }

            outcomes.sort(Comparator.naturalOrder());
            String winner = incident(receipt).state().handlerId() == people.worker.id() ? "王一" : "王二";
            assertThat(outcomes).containsExactly("accepted", "taken by " + winner);
        }

        @Test
        void aStalePage() {
            Receipt receipt = accepted();

            assertThatThrownBy(() -> handling.handled(receipt.caseNumber(), version(receipt) - 1, "已清理", List.of()))
                    .isInstanceOf(StaleCaseException.class);
        }

        @Test
        void aGuessedLink() {
            assertThat(followUp.find(UUID.randomUUID().toString())).isEmpty();
            assertThatThrownBy(() -> followUp.rate("AAAAAAAAAAAAAAAAAAAAAA", 0, 1, ""))
                    .isInstanceOf(CaseNotFoundException.class);
        }

        @Test
        void somebodyElsesTask() {
            Receipt receipt = intake.report(people.report());
            people.signIn(people.stranger);

            assertThatThrownBy(() -> handling.accept(receipt.caseNumber())).isInstanceOf(NotYourTaskException.class);
            assertThatThrownBy(() -> lookup.details(receipt.caseNumber())).isInstanceOf(CaseNotFoundException.class);
            assertThatThrownBy(() -> dispatch.invalidate(receipt.caseNumber(), 0, "x"))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(lookup.list(IncidentFilter.ALL, null, 100))
                    .noneMatch(
                            row -> row.caseNumber().equals(receipt.caseNumber().value()));
        }

        @Test
        void checkingOnesOwnWork() {
            Receipt receipt = accepted();
            appointTheWorkerToTheCommunity();
            handling.handled(receipt.caseNumber(), version(receipt), "已清理", List.of());

            assertThatThrownBy(() -> verification.take(receipt.caseNumber())).isInstanceOf(ClaimRefusedException.class);
        }
    }

    @Nested
    class Nobody {

        @Test
        void butTheHandlerAtTheCommunityMakesTheDispatcherCheck() {
            Receipt receipt = accepted();
            appointTheWorkerToTheCommunity();
            people.change("delete from org_staff_post where staff_id = ?", people.checker.id());
            handling.handled(receipt.caseNumber(), version(receipt), "已清理", List.of());

            people.signIn(people.dispatcher);
            verification.take(receipt.caseNumber());
            verification.pass(receipt.caseNumber(), version(receipt), "");
            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.RATING);
        }

        @Test
        void atThePostAnyMoreSendsAReopenedCaseToTheDispatcher() {
            Receipt receipt = verified();
            people.change(
                    "delete from org_staff_post where staff_id in (?, ?)",
                    people.worker.id(),
                    people.secondWorker.id());

            followUp.reopen(receipt.trackingToken(), version(receipt), "还在");

            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.DISPATCHING);
            people.signIn(people.dispatcher);
            dispatch.take(receipt.caseNumber());
        }
    }

    private void appointTheWorkerToTheCommunity() {
        people.change(
                "insert into org_staff_post (staff_id, post_id, valid_from) select ?, id, '2020-01-01' from org_post"
                        + " where unit_id = ? and role = 'COMMUNITY_STAFF'",
                people.worker.id(),
                people.community);
    }

    @Nested
    class Transactions {

        @Test
        void nothingStaysWhenTheEngineFails() {
            // The engine evaluates the term when it creates the task, after our rows were written.
            people.change("update incident_category set term = 'soon' where id = ?", people.category);
            List<Long> before = rows();

            assertThatThrownBy(() -> intake.report(people.report())).isInstanceOf(RuntimeException.class);

            assertThat(rows()).isEqualTo(before);
        }

        @Test
        void nothingStaysWhenOursFailsAfterTheEngine() {
            List<Long> before = rows();

            assertThatThrownBy(() -> transaction.execute(status -> {
                        intake.report(people.report());
                        throw new IllegalStateException("after the engine");
                    }))
                    .hasMessage("after the engine");

            assertThat(rows()).isEqualTo(before);
        }

        /** Rows of the case, of the inbox and of the engine. */
        private List<Long> rows() {
            return List.of(
                    people.count("select count(*) from incident"),
                    people.count("select count(*) from case_file"),
                    people.count("select count(*) from audit_entry"),
                    people.count("select count(*) from inbox_item"),
                    people.count("select count(*) from ACT_RU_EXECUTION"),
                    people.count("select count(*) from ACT_HI_PROCINST"));
        }
    }

    private String accept(Receipt receipt, IncidentFixtures.Person person) {
        people.signIn(person);
        try {
            handling.accept(receipt.caseNumber());
            return "accepted";
        } catch (AlreadyTakenException e) {
            return "taken by " + e.holderName();
        } finally {
            IncidentFixtures.signOut();
        }
    }

    private Receipt accepted() {
        Receipt receipt = intake.report(people.report());
        people.signIn(people.worker);
        handling.accept(receipt.caseNumber());
        return receipt;
    }

    private Receipt handled() {
        Receipt receipt = accepted();
        handling.handled(receipt.caseNumber(), version(receipt), "已清理", List.of());
        return receipt;
    }

    private Receipt verified() {
        Receipt receipt = intake.report(people.report());
        handleAndVerify(receipt);
        return receipt;
    }

    private void handleAndVerify(Receipt receipt) {
        people.signIn(people.worker);
        handling.accept(receipt.caseNumber());
        handling.handled(receipt.caseNumber(), version(receipt), "已清理", List.of());
        people.signIn(people.checker);
        verification.take(receipt.caseNumber());
        verification.pass(receipt.caseNumber(), version(receipt), "");
        IncidentFixtures.signOut();
    }

    private Incident incident(Receipt receipt) {
        return followUp.find(receipt.trackingToken()).orElseThrow();
    }

    private int version(Receipt receipt) {
        return incident(receipt).version();
    }

    private void fireTimer(Receipt receipt) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(receipt.caseNumber().value())
                .singleResult()
                .getId();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());
    }

    private long openTasks(Receipt receipt) {
        return people.count(
                "select count(*) from inbox_item where case_number = ?",
                receipt.caseNumber().value());
    }

    /** Ids of the elements that the case passed, in their order. */
    private List<String> trace(Receipt receipt) {
        CaseNumber number = receipt.caseNumber();
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
