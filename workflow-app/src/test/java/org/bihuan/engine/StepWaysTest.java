package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tokens go along when one goes back, in words of the model alone. */
class StepWaysTest {

    private static final StepGraph MEMO =
            StepGraph.of(Bpmn.readModelFromStream(StepWaysTest.class.getResourceAsStream("/task/memo.bpmn")));

    /** A branch that can be skipped, in a block that is repeated until somebody agrees, with a reminder at its side. */
    private static final StepGraph LOOP = StepGraph.of(loop());

    private static final StepGraph SOME = StepGraph.of(some());

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // from, to, where the others stand, which of them go along
                "reviewMemo,  draftMemo,  '',          ''",
                "confirmLaw,  askLawyer,  checkBudget, ''",
                "confirmLaw,  askLawyer,  checksEnd,   ''",
                "legalCheck,  reviewMemo, checkBudget, checkBudget",
                "legalCheck,  reviewMemo, checksEnd,   checksEnd",
                "legalCheck,  draftMemo,  checkBudget, checkBudget",
                "checkBudget, reviewMemo, legalCheck,  legalCheck",
                "reviewMemo,  draftMemo,  reviewReminded, reviewReminded",
                "annex,       reviewMemo, '',          ''",
                "annex,       checkBudget, '',         none",
                "annex,       askLawyer,  '',          none",
                "signInTurn,  signMemo,   '',          ''",
                "archiveMemo, draftMemo,  '',          ''",
                "draftMemo,   reviewMemo, '',          none",
                "checkBudget, askLawyer,  '',          none",
            })
    void memo(String from, String to, String others, String along) {
        assertThat(along(MEMO, from, to, others)).isEqualTo(along == null ? null : words(along));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "b,     a,     c,          ''",
                "b,     a,     join,       ''",
                "b,     start, c,          c",
                "b,     start, join,       join",
                "agree, start, '',         ''",
                "agree, a,     '',         none",
                "agree, c,     '',         none",
                // what the reminder of a step began goes with the step, and with what is done again
                "b,     a,     remind,     remind",
                "b,     a,     'c,remind', remind",
                "b,     start, 'c,remind', 'c,remind'",
                "c,     start, 'b,remind', 'b,remind'",
                "c,     start, 'b,remind,remind', 'b,remind,remind'",
                "agree, start, remind,     remind",
            })
    void skippedBranchInsideOfALoop(String from, String to, String others, String along) {
        assertThat(along(LOOP, from, to, others)).isEqualTo(along == null ? null : words(along));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "one,  ask, '',   ''",
                "one,  ask, two,  two",
                "one,  ask, meet, meet",
                // a join that waits for some waits for nobody when only one goes back
                "last, one, '',   ''",
                "last, ask, '',   ''",
            })
    void someOfTheBranches(String from, String to, String others, String along) {
        assertThat(along(SOME, from, to, others)).isEqualTo(along == null ? null : words(along));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // from, to, where the others stand, which of them go along, joins that lend
                "annex, askLawyer,   '', '', checksEnd",
                "annex, checkBudget, '', '', checksEnd",
                "annex, reviewMemo,  '', '', ''",
                "confirmLaw, askLawyer, checkBudget, '', ''",
                "archiveMemo, confirmLaw, '', '', checksEnd",
            })
    void branchesThatMetLendTheirTokens(String from, String to, String others, String along, String lent) {
        var found = StepWays.find(
                        MEMO,
                        Set.copyOf(MEMO.around(to)),
                        to,
                        List.of(from),
                        words(others),
                        MEMO.joinsAround(to),
                        false)
                .orElseThrow();

        assertThat(found.beside()).isEqualTo(words(along));
        assertThat(found.lent()).isEqualTo(words(lent));
    }

    @Test
    void branchesLendOnceAndNotForEachRoundOfALoop() {
        assertThat(StepWays.find(LOOP, Set.of(), "a", List.of("agree"), List.of(), Set.of("join"), false))
                .contains(new StepWays.Found(List.of(), List.of("join")));
        assertThat(StepWays.find(LOOP, Set.of(), "c", List.of("agree"), List.of(), Set.of("join"), false))
                .contains(new StepWays.Found(List.of(), List.of("join")));
    }

    @Test
    void whatHappensAtOnceEndsAtPeopleAndAtTheProgram() {
        assertThat(atOnce("checkBudget", List.of(), List.of("checksEnd"))).containsExactly("checksEnd");
        assertThat(atOnce("confirmLaw", List.of(), List.of("checksEnd", "checksEnd")))
                .containsExactly("checksEnd");
        assertThat(atOnce("reviewMemo", List.of("checkBudget", "askLawyer"), List.of()))
                .isEmpty();
        assertThat(atOnce("reviewMemo", List.of("checkBudget"), List.of())).isNull();
        assertThat(atOnce("draftMemo", List.of("checkBudget", "askLawyer"), List.of()))
                .isNull();
        assertThat(atOnce("signInTurn", List.of("archiveMemo"), List.of())).isEmpty();
    }

    @Test
    void whatIsPassedAgainIsWhatLiesBetween() {
        assertThat(MEMO.between("askLawyer", Set.of("confirmLaw"), Set.of("legalCheck")))
                .containsExactlyInAnyOrder("askLawyer", "confirmLaw");
        assertThat(MEMO.between("reviewMemo", Set.of("legalCheck", "checksEnd"), Set.of()))
                .contains("reviewMemo", "checkBudget", "askLawyer", "confirmLaw")
                .doesNotContain("draftMemo", "annex");
        assertThat(MEMO.between("signMemo", Set.of("archiveMemo"), Set.of()))
                .containsExactlyInAnyOrder("signMemo", "signInTurn", "archiveMemo");
    }

    private static List<String> atOnce(String from, List<String> goals, List<String> others) {
        return StepWays.find(MEMO, MEMO.scopes(), from, goals, others, Set.of(), true)
                .map(StepWays.Found::beside)
                .orElse(null);
    }

    private static List<String> along(StepGraph graph, String from, String to, String others) {
        return StepWays.find(graph, Set.copyOf(graph.around(to)), to, List.of(from), words(others), Set.of(), false)
                .map(StepWays.Found::beside)
                .orElse(null);
    }

    private static List<String> words(String words) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(",")).sorted().toList();
    }

    private static BpmnModelInstance loop() {
        return Bpmn.createExecutableProcess("loop")
                .startEvent()
                .userTask("start")
                .parallelGateway("fork")
                .userTask("a")
                .exclusiveGateway("skip")
                .userTask("b")
                .exclusiveGateway("merge")
                .parallelGateway("join")
                .userTask("agree")
                .exclusiveGateway("agreed")
                .endEvent()
                .moveToNode("agreed")
                .connectTo("start")
                .moveToNode("skip")
                .connectTo("merge")
                .moveToNode("fork")
                .userTask("c")
                .connectTo("join")
                .moveToActivity("b")
                .boundaryEvent("late")
                .cancelActivity(false)
                .timerWithDuration("PT1H")
                .userTask("remind")
                .endEvent()
                .done();
    }

    private static BpmnModelInstance some() {
        return Bpmn.createExecutableProcess("some")
                .startEvent()
                .userTask("ask")
                .inclusiveGateway("who")
                .userTask("one")
                .inclusiveGateway("meet")
                .userTask("last")
                .endEvent()
                .moveToNode("who")
                .userTask("two")
                .connectTo("meet")
                .done();
    }
}
