package org.bihuan.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.bihuan.TestCases;
import org.bihuan.casefile.CaseNumber;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@WithMockUser
@Transactional
class DiagramServiceTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    DiagramService diagrams;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private final CaseNumber number = new CaseNumber("TRACE-2026-%06d".formatted(COUNTER.incrementAndGet()));

    @BeforeEach
    void deployTour() throws IOException {
        TestCases.open(context, "TRACE-");
        deploy(tour());
    }

    @Test
    void knowsNothingOfACaseWithoutProcess() {
        assertThat(diagrams.of(number)).isEmpty();
    }

    @Nested
    class OfRunningCase {

        @Test
        void standsAtItsOpenStep() {
            start(true);

            assertThat(way().current()).containsExactly(new CaseWay.Step("handle", "处置"));
            assertThat(way().done()).containsOnlyKeys("reported", "responsibleFound");
            assertThat(way().flows()).containsExactlyInAnyOrder("toResponsibleFound", "found");
            assertThat(way().ended()).isFalse();
        }

        @Test
        void leavesOutTheWayThatWasNotTaken() {
            start(false);
            pass("dispatch");

            assertThat(way().flows()).containsExactlyInAnyOrder("toResponsibleFound", "missing", "dispatched");
        }

        @Test
        void countsStepsThatWereDoneAgain() {
            start(true);
            pass("handle", "handled", false);
            pass("dispatch");
            pass("handle", "handled", false);

            assertThat(way().current()).extracting(CaseWay.Step::id).containsExactly("dispatch");
            assertThat(way().done()).containsEntry("handle", 2).containsEntry("dispatch", 1);
            assertThat(way().flows())
                    .containsExactlyInAnyOrder("toResponsibleFound", "found", "toHandled", "handedUp", "dispatched");
        }

        @Test
        void waitsForTheResidentAtTheGateway() {
            start(true);
            pass("handle", "handled", true);

            assertThat(way().current()).containsExactly(new CaseWay.Step("answers", "等待评价"));
        }

        @Test
        void goesOnFromTheAnswer() {
            start(true);
            pass("handle", "handled", true);
            tell("traceTourReopened");

            assertThat(way().current()).extracting(CaseWay.Step::id).containsExactly("handle");
            assertThat(way().done()).containsEntry("reopened", 1).doesNotContainKey("rated");
            assertThat(way().flows()).contains("toReopened", "again").doesNotContain("toRated");
        }

        @Test
        void namesTheStepInsideOfASubprocessOnly() {
            start(true);
            tell("traceTourDismissed");

            assertThat(way().current()).extracting(CaseWay.Step::id).containsExactly("notice");
            assertThat(way().brokenOff()).containsExactly("handle");
        }

        @Test
        void keepsTheModelOnWhichItStarted() throws IOException {
            start(true);
            deploy(tour().replace("name=\"处置\"", "name=\"现场办理\""));

            assertThat(way().model()).contains("name=\"处置\"").doesNotContain("现场办理");
        }
    }

    @Nested
    class OfEndedCase {

        @Test
        void showsTheWholeWayAndItsEnd() {
            start(true);
            pass("handle", "handled", true);
            tell("traceTourRated");

            assertThat(way().ended()).isTrue();
            assertThat(way().current()).isEmpty();
            assertThat(way().done())
                    .isEqualTo(Map.of(
                            "reported",
                            1,
                            "responsibleFound",
                            1,
                            "handle",
                            1,
                            "handled",
                            1,
                            "answers",
                            1,
                            "rated",
                            1,
                            "closed",
                            1));
            assertThat(way().flows())
                    .isEqualTo(Set.of("toResponsibleFound", "found", "toHandled", "done", "toRated", "toClosed"));
        }

        @Test
        void tellsWhatWasBrokenOff() {
            start(true);
            tell("traceTourDismissed");
            pass("notice");

            assertThat(way().ended()).isTrue();
            assertThat(way().brokenOff()).containsExactly("handle");
            assertThat(way().done()).containsKey("endedEarly");
        }
    }

    private void start(boolean found) {
        runtime.startProcessInstanceByKey("traceTour", number.value(), Map.of("found", found));
    }

    private void pass(String step) {
        pass(step, "passed", true);
    }

    private void pass(String step, String fact, Object value) {
        var waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(number.value())
                .activityId(step)
                .singleResult();
        runtime.signal(waiting.getId(), Map.of(fact, value));
    }

    private void tell(String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number.value())
                .correlate();
    }

    private CaseWay way() {
        return diagrams.of(number).orElseThrow();
    }

    private void deploy(String model) {
        repository.createDeployment().addString("trace-tour.bpmn", model).deploy();
    }

    private static String tour() throws IOException {
        return new ClassPathResource("trace/tour.bpmn").getContentAsString(UTF_8);
    }
}
