package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.FirstComer;
import org.bihuan.task.Comments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Several people do something with the same incident at the same moment. */
@IntegrationTest
class IncidentRaceTest {

    private static final int ROUNDS = 10;

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentHandling handling;

    @Autowired
    IncidentVerification verification;

    @Autowired
    IncidentDispatch dispatch;

    @Autowired
    IncidentFollowUp followUp;

    @Autowired
    IncidentMapper mapper;

    @Autowired
    FirstComer first;

    @Autowired
    Comments comments;

    @Autowired
    MeterRegistry meters;

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

    @Nested
    class OneWins {

        @Test
        void whenTwoAcceptAndTheOtherIsToldWhoAndWhen() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                Receipt receipt = intake.report(people.report());

                List<String> outcomes = race(
                        acting(people.worker, () -> handling.accept(receipt.caseNumber())),
                        acting(people.secondWorker, () -> handling.accept(receipt.caseNumber())));

                assertThat(outcomes).containsOnlyOnce("won");
                String winner = people.count(
                                        "select handler_id from incident where id = ?",
                                        incident(receipt).id())
                                == people.worker.id()
                        ? people.worker.name()
                        : people.secondWorker.name();
                assertThat(loser(outcomes)).matches("已由 " + winner + " 于 \\d{4}-\\d\\d-\\d\\d .+ 办理");
            }
        }

        @Test
        void whenTheSameTaskIsSentFromTwoWindowsAndTheOtherIsToldThatItIsDone() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                Receipt receipt = accepted();
                int shown = incident(receipt).version();
                Runnable handled =
                        acting(people.worker, () -> handling.handled(receipt.caseNumber(), shown, "已清理", List.of()));

                List<String> outcomes = race(handled, handled);

                assertThat(outcomes).containsOnlyOnce("won");
                assertThat(loser(outcomes)).startsWith("您已于 ");
                assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.VERIFYING);
            }
        }

        @Test
        void whenOneDismissesWhatAnotherAcceptsOrHandlesWithoutAnyDeadlock() throws Exception {
            double before = retries();
            for (int round = 0; round < ROUNDS; round++) {
                Receipt receipt = round % 2 == 0 ? intake.report(people.report()) : accepted();
                int shown = incident(receipt).version();
                Runnable work = round % 2 == 0
                        ? () -> handling.accept(receipt.caseNumber())
                        : () -> handling.handled(receipt.caseNumber(), shown, "已清理", List.of());

                List<String> outcomes = race(
                        acting(people.worker, work),
                        acting(
                                people.dispatcher,
                                () -> dispatch.invalidate(receipt.caseNumber(), shown, "内容为测试,未反映具体问题")));

                assertThat(outcomes).as("round %d", round).containsOnlyOnce("won");
            }
            assertThat(retries()).as("races lost inside the database").isEqualTo(before);
        }

        private String loser(List<String> outcomes) {
            return outcomes.stream()
                    .filter(outcome -> !outcome.equals("won"))
                    .findFirst()
                    .orElseThrow();
        }

        private double retries() {
            return meters.find("bihuan.transaction.retries").counters().stream()
                    .mapToDouble(Counter::count)
                    .sum();
        }
    }

    @Nested
    class AStalePage {

        @Test
        void isToldWhoDidWhatWasLastDone() {
            Receipt receipt = accepted();
            var stale = new StaleCaseException(receipt.caseNumber().value());

            people.signIn(people.checker);
            assertThat(first.words(new IllegalStateException(stale), Locale.SIMPLIFIED_CHINESE))
                    .hasValueSatisfying(words -> assertThat(words).startsWith("已由 王一 于 "));
        }

        @Test
        void isNotToldOfWhoeverOnlySaidSomethingAboutTheCase() {
            Receipt receipt = accepted();
            people.signIn(people.checker);
            comments.write(receipt.caseNumber(), "请拍照", List.of());

            assertThat(first.lastDeed(receipt.caseNumber(), Locale.SIMPLIFIED_CHINESE))
                    .hasValueSatisfying(words -> assertThat(words).startsWith("已由 王一 于 "));
        }

        @Test
        void namesNobodyToAResidentAndToWhoeverMayNotSeeTheCase() {
            Receipt receipt = accepted();
            var stale = new StaleCaseException(receipt.caseNumber().value());

            people.signIn(people.stranger);
            assertThat(first.words(stale, Locale.SIMPLIFIED_CHINESE)).isEmpty();
            IncidentFixtures.signOut();
            assertThat(first.words(stale, Locale.SIMPLIFIED_CHINESE)).isEmpty();
        }

        @Test
        void ofTheResidentNeitherRatesNorReopens() {
            Receipt receipt = rating();
            int shown = incident(receipt).version() - 1;

            assertThatThrownBy(() -> followUp.rate(receipt.trackingToken(), shown, 5, ""))
                    .isInstanceOf(StaleCaseException.class);
            assertThatThrownBy(() -> followUp.reopen(receipt.trackingToken(), shown, "还在"))
                    .isInstanceOf(StaleCaseException.class);
        }
    }

    @Nested
    class Dispatching {

        @Test
        void happensOnceARoundByConstraint() {
            Receipt receipt = intake.report(people.report());
            Incident incident = incident(receipt);
            long post = incident.state().handlingPostId();

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> mapper.insertDispatch(
                            incident.id(),
                            incident.state().round(),
                            post,
                            incident.report().reportedAt())))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        void reachesOnlyGridsOfTheOwnAreaThatExistAndDepartments() {
            Receipt receipt = intake.report(people.report(people.west + 0.15, people.south + 0.05, people.category));
            people.signIn(people.dispatcher);
            dispatch.take(receipt.caseNumber());

            refuses(receipt, people.community);
            refuses(
                    receipt,
                    people.count(
                            "select unit_id from org_post p join org_staff_post s on s.post_id = p.id"
                                    + " where s.staff_id = ?",
                            people.stranger.id()));
            refuses(receipt, Long.MAX_VALUE);
            people.change("update org_unit set valid_to = '2021-01-01' where id = ?", people.grid);
            refuses(receipt, people.grid);
            people.change("update org_unit set valid_to = null where id = ?", people.grid);
            dispatch.dispatch(receipt.caseNumber(), incident(receipt).version(), people.grid, people.category, "");
            assertThat(incident(receipt).status()).isEqualTo(IncidentStatus.ASSIGNED);
        }

        private void refuses(Receipt receipt, long unit) {
            assertThatThrownBy(() -> dispatch.dispatch(
                            receipt.caseNumber(), incident(receipt).version(), unit, people.category, ""))
                    .isInstanceOf(OutOfReachException.class);
        }
    }

    @Test
    void aPrivateLinkAddsOnlySoOftenInADay() {
        Receipt receipt = intake.report(people.report());
        for (int i = 0; i < IncidentFollowUp.SUPPLEMENTS_A_DAY; i++) {
            followUp.supplement(receipt.trackingToken(), "第 " + i + " 次补充", List.of());
        }

        assertThatThrownBy(() -> followUp.supplement(receipt.trackingToken(), "再补充一次", List.of()))
                .isInstanceOf(TooManySupplementsException.class);

        people.change(
                "update audit_entry set occurred_at = '2020-01-01' where case_number = ?",
                receipt.caseNumber().value());
        followUp.supplement(receipt.trackingToken(), "第二天", List.of());
    }

    private Runnable acting(IncidentFixtures.Person person, Runnable deed) {
        return () -> {
            people.signIn(person);
            try {
                deed.run();
            } finally {
                IncidentFixtures.signOut();
            }
        };
    }

    /** Lets both begin at the same moment; "won", or in words why not. */
    private List<String> race(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<String> outcome : threads.invokeAll(List.of(racer(one, start), racer(other, start)))) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private Callable<String> racer(Runnable deed, CyclicBarrier start) {
        return () -> {
            start.await(20, TimeUnit.SECONDS);
            try {
                deed.run();
                return "won";
            } catch (AlreadyTakenException e) {
                return first.words(e, Locale.SIMPLIFIED_CHINESE);
            } catch (StaleCaseException e) {
                people.signIn(people.worker);
                return first.words(e, Locale.SIMPLIFIED_CHINESE).orElse("stale");
            }
        };
    }

    private Receipt accepted() {
        Receipt receipt = intake.report(people.report());
        people.signIn(people.worker);
        handling.accept(receipt.caseNumber());
        IncidentFixtures.signOut();
        return receipt;
    }

    private Receipt rating() {
        Receipt receipt = accepted();
        people.signIn(people.worker);
        handling.handled(receipt.caseNumber(), incident(receipt).version(), "已清理", List.of());
        people.signIn(people.checker);
        verification.take(receipt.caseNumber());
        verification.pass(receipt.caseNumber(), incident(receipt).version(), "");
        IncidentFixtures.signOut();
        return receipt;
    }

    private Incident incident(Receipt receipt) {
        return followUp.find(receipt.trackingToken()).orElseThrow();
    }
}
