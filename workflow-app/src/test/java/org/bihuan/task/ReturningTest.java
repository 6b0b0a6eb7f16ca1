package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.Returning.Target;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class ReturningTest {

    private static final String WHY = "数字有误，请核对";

    @Autowired
    Returning returning;

    private MemoFixtures memos;
    private MemoWalk memo;

    @BeforeEach
    void fixtures(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class SingleTask {

        @Test
        void goesToThePreviousStepAndToWhoeverDidIt() {
            memo = MemoWalk.at(memos, "reviewMemo");

            returning.toPrevious(memo.task("reviewMemo").taskId(), " " + WHY + " ");

            assertThat(memo.open()).containsExactly("draftMemo");
            assertThat(memo.holder("draftMemo")).isEqualTo(memo.cast().starter());
            assertThat(memo.undone()).containsExactly("draftMemo");
            assertThat(memo.lastDeed()).isEqualTo("task.returned 审核甲 审核 → 起草 · " + WHY);
            assertThat(memos.family().told(memo.number())).contains("returned draftMemo");
            memo.finish();
        }

        @Test
        void goesToAChosenEarlierStep() {
            memo = MemoWalk.at(memos, "archiveMemo");

            returning.to(memo.task("archiveMemo").taskId(), "draftMemo", WHY);

            assertThat(memo.open()).containsExactly("draftMemo");
            assertThat(memo.undone())
                    .containsExactly(
                            "askLawyer",
                            "checkAnnex",
                            "checkBudget",
                            "confirmLaw",
                            "draftMemo",
                            "fillAnnex",
                            "reviewMemo",
                            "signInTurn",
                            "signInTurn",
                            "signInTurn",
                            "signMemo",
                            "signMemo",
                            "signMemo");
            memo.finish();
        }

        @Test
        void goesToTheStarter() {
            memo = MemoWalk.at(memos, "confirmLaw");

            returning.toStarter(memo.task("confirmLaw").taskId(), WHY);

            assertThat(memo.open()).containsExactly("draftMemo");
            assertThat(memo.holder("draftMemo")).isEqualTo(memo.cast().starter());
            memo.finish();
        }

        @Test
        void goesToAStepThatWasDoneOnceMoreSinceTheLastReturn() {
            memo = MemoWalk.at(memos, "reviewMemo");
            returning.toPrevious(memo.task("reviewMemo").taskId(), WHY);
            memo.done("draftMemo");
            String review = memo.claim("reviewMemo");

            returning.toPrevious(review, "还是不对");

            assertThat(memo.open()).containsExactly("draftMemo");
            assertThat(memo.undone()).containsExactly("draftMemo", "draftMemo");
            memo.finish();
        }

        @Test
        void isRefusedToAStepThatLiesAheadOrWasNeverDone() {
            memo = MemoWalk.at(memos, "reviewMemo");
            String review = memo.task("reviewMemo").taskId();

            assertThat(refusal(() -> returning.to(review, "archiveMemo", WHY)))
                    .isEqualTo("task.refused.return.NOT_EARLIER");
            assertThat(refusal(() -> returning.to(review, "reviewMemo", WHY)))
                    .isEqualTo("task.refused.return.NOT_EARLIER");
            memo.finish();
        }

        @Test
        void isRefusedAtTheFirstStep() {
            memo = MemoWalk.at(memos, "draftMemo");
            String draft = memo.task("draftMemo").taskId();

            assertThat(refusal(() -> returning.toPrevious(draft, WHY))).isEqualTo("task.refused.return.first");
            assertThat(refusal(() -> returning.toStarter(draft, WHY))).isEqualTo("task.refused.return.starter");
            assertThat(returning.targets(draft)).isEmpty();
        }

        @Test
        void isRefusedToAStarterWhoDidNothing() {
            memo = MemoWalk.at(memos, "reviewMemo");
            memo.given(
                    "update case_file set started_by = null where number = ?",
                    memo.number().value());

            assertThat(refusal(() -> returning.toStarter(memo.task("reviewMemo").taskId(), WHY)))
                    .isEqualTo("task.refused.return.starter");
        }

        @Test
        void needsAReason() {
            memo = MemoWalk.at(memos, "reviewMemo");

            assertThat(refusal(
                            () -> returning.toPrevious(memo.task("reviewMemo").taskId(), "  ")))
                    .isEqualTo("task.refused.reason.missing");
        }

        @Test
        void isForTheHolderOnly() {
            memo = MemoWalk.start(memos);
            memo.reach("reviewMemo");
            String review = memo.task("reviewMemo").taskId();
            InboxFixtures.signIn(memo.doer("reviewMemo"));
            assertThatThrownBy(() -> returning.toPrevious(review, WHY)).isInstanceOf(NotYourTaskException.class);
            assertThatThrownBy(() -> returning.targets(review)).isInstanceOf(NotYourTaskException.class);

            memo.claim("reviewMemo");
            InboxFixtures.signIn(memo.cast().reviewers().get(1));
            assertThatThrownBy(() -> returning.toPrevious(review, WHY)).isInstanceOf(AlreadyTakenException.class);
            InboxFixtures.signIn(memo.cast().budget());
            assertThatThrownBy(() -> returning.toPrevious(review, WHY)).isInstanceOf(NotYourTaskException.class);
            assertThat(memo.open()).containsExactly("reviewMemo");
        }

        @Test
        void isRefusedWhenTheCaseHasEnded() {
            memo = MemoWalk.at(memos, "archiveMemo");
            String archive = memo.task("archiveMemo").taskId();
            memo.done("archiveMemo");

            assertThatThrownBy(() -> returning.toPrevious(archive, WHY)).isInstanceOf(AlreadyTakenException.class);
            memo.assertEnded("ARCHIVED");
        }
    }

    @Nested
    class CandidateGroup {

        @Test
        void goesToTheOneOfTheGroupWhoDidIt() {
            memo = MemoWalk.start(memos);
            memo.done("draftMemo");
            memos.complete(memo.number(), "reviewMemo", memo.cast().reviewers().get(1));
            String budget = memo.claim("checkBudget");

            returning.to(budget, "reviewMemo", WHY);

            assertThat(memo.open()).containsExactly("reviewMemo");
            assertThat(memo.holder("reviewMemo"))
                    .isEqualTo(memo.cast().reviewers().get(1));
            memo.finish();
        }

        @Test
        void goesToTheGroupWhenThatPersonHasLeftThePost() {
            memo = MemoWalk.start(memos);
            memo.done("draftMemo");
            memos.complete(memo.number(), "reviewMemo", memo.cast().reviewers().get(1));
            memo.given(
                    "update org_staff_post set valid_to = '2020-02-01' where staff_id = ?",
                    memo.cast().reviewers().get(1));
            String budget = memo.claim("checkBudget");

            returning.to(budget, "reviewMemo", WHY);

            assertThat(memo.holder("reviewMemo")).isNull();
            assertThat(memo.task("reviewMemo").posts())
                    .containsExactly(memo.cast().reviewPost());
            memo.finish();
        }

        @Test
        void goesToTheGroupWhenThatAccountIsShut() {
            memo = MemoWalk.start(memos);
            memo.done("draftMemo");
            memos.complete(memo.number(), "reviewMemo", memo.cast().reviewers().get(1));
            memo.given(
                    "update org_staff set enabled = false where id = ?",
                    memo.cast().reviewers().get(1));

            returning.to(memo.claim("checkBudget"), "reviewMemo", WHY);

            assertThat(memo.holder("reviewMemo")).isNull();
            memo.finish();
        }
    }

    @Nested
    class ParallelBranches {

        @Test
        void leavesTheOtherBranchAloneWhenItStaysInItsOwn() {
            memo = MemoWalk.start(memos);
            memo.done("draftMemo");
            memo.done("reviewMemo");
            String budget = memo.claim("checkBudget");
            memo.done("askLawyer");

            returning.toPrevious(memo.claim("confirmLaw"), WHY);

            assertThat(memo.open()).containsExactly("askLawyer", "checkBudget");
            assertThat(memo.task("checkBudget").taskId()).isEqualTo(budget);
            assertThat(memo.holder("checkBudget")).isEqualTo(memo.cast().budget());
            assertThat(memo.undone()).containsExactly("askLawyer");
            memo.finish();
        }

        @Test
        void leavesADoneBranchAloneWhenItStaysInItsOwn() {
            memo = MemoWalk.start(memos);
            memo.reach("checkBudget");
            memo.done("checkBudget");
            memo.done("askLawyer");

            returning.toPrevious(memo.claim("confirmLaw"), WHY);

            assertThat(memo.open()).containsExactly("askLawyer");
            assertThat(memo.undone()).containsExactly("askLawyer");
            memo.finish();
        }

        @Test
        void takesTheOtherBranchAlongWhenItGoesBeforeBoth() {
            memo = MemoWalk.start(memos);
            memo.reach("checkBudget");
            memo.done("askLawyer");
            memo.claim("checkBudget");

            returning.to(memo.claim("confirmLaw"), "reviewMemo", WHY);

            assertThat(memo.open()).containsExactly("reviewMemo");
            assertThat(memo.undone()).containsExactly("askLawyer", "reviewMemo");
            assertThat(memo.lastDeed()).isEqualTo("task.returned 法制 合法性审查、核经费 → 审核 · " + WHY);
            memo.finish();
        }

        @Test
        void takesADoneBranchAlongWhenItGoesBeforeBoth() {
            memo = MemoWalk.start(memos);
            memo.reach("checkBudget");
            memo.done("checkBudget");

            returning.to(memo.claim("askLawyer"), "draftMemo", WHY);

            assertThat(memo.open()).containsExactly("draftMemo");
            assertThat(memo.undone()).containsExactly("checkBudget", "draftMemo", "reviewMemo");
            memo.finish();
        }

        @Test
        void isRefusedIntoTheOtherBranch() {
            memo = MemoWalk.start(memos);
            memo.reach("checkBudget");
            memo.done("askLawyer");
            String budget = memo.claim("checkBudget");

            assertThat(refusal(() -> returning.to(budget, "askLawyer", WHY)))
                    .isEqualTo("task.refused.return.NOT_EARLIER");
            assertThat(memo.open()).containsExactly("checkBudget", "confirmLaw");
        }

        @Test
        void doesOneBranchAgainWhenAllHaveMetAndKeepsTheOthersWork() {
            memo = MemoWalk.at(memos, "signMemo");

            returning.to(memo.task("signMemo").taskId(), "checkBudget", WHY);

            assertThat(memo.open()).containsExactly("checkBudget");
            assertThat(memo.undone()).containsExactly("checkAnnex", "checkBudget", "fillAnnex");
            memo.done("checkBudget");
            assertThat(memo.open()).containsExactly("fillAnnex");
            memo.finish();
        }

        @Test
        void theHolderOfACancelledTaskIsToldThatItHasEnded() {
            memo = MemoWalk.start(memos);
            memo.reach("checkBudget");
            String budget = memo.claim("checkBudget");
            returning.to(memo.claim("askLawyer"), "reviewMemo", WHY);

            InboxFixtures.signIn(memo.cast().budget());
            assertThatThrownBy(() -> returning.toPrevious(budget, WHY)).isInstanceOf(AlreadyTakenException.class);
        }
    }

    @Nested
    class Subprocess {

        @Test
        void goesBackWithinIt() {
            memo = MemoWalk.at(memos, "confirmLaw");

            returning.toPrevious(memo.task("confirmLaw").taskId(), WHY);

            assertThat(memo.open()).contains("askLawyer").doesNotContain("confirmLaw");
            assertThat(memo.holder("askLawyer")).isEqualTo(memo.cast().legal());
            memo.finish();
        }

        @Test
        void goesBackOutOfIt() {
            memo = MemoWalk.at(memos, "askLawyer");

            returning.toPrevious(memo.task("askLawyer").taskId(), WHY);

            assertThat(memo.open()).containsExactly("reviewMemo");
            memo.finish();
        }

        @Test
        void goesBackIntoItWhenItHasEnded() {
            memo = MemoWalk.at(memos, "archiveMemo");

            returning.to(memo.task("archiveMemo").taskId(), "confirmLaw", WHY);

            assertThat(memo.open()).containsExactly("confirmLaw");
            memo.finish();
        }
    }

    @Nested
    class ChildProcess {

        @Test
        void goesBackWithinIt() {
            memo = MemoWalk.at(memos, "checkAnnex");

            returning.toPrevious(memo.task("checkAnnex").taskId(), WHY);

            assertThat(memo.open()).containsExactly("fillAnnex");
            assertThat(memo.holder("fillAnnex")).isEqualTo(memo.cast().annex());
            memo.finish();
        }

        @Test
        void goesBackOutOfItAndEndsIt() {
            memo = MemoWalk.at(memos, "checkAnnex");

            returning.to(memo.task("checkAnnex").taskId(), "reviewMemo", WHY);

            assertThat(memo.open()).containsExactly("reviewMemo");
            assertThat(memo.undone())
                    .containsExactly("askLawyer", "checkBudget", "confirmLaw", "fillAnnex", "reviewMemo");
            memo.finish();
        }

        @Test
        void isRefusedIntoOneThatHasEnded() {
            memo = MemoWalk.at(memos, "signMemo");
            String sign = memo.task("signMemo").taskId();

            assertThat(refusal(() -> returning.to(sign, "checkAnnex", WHY)))
                    .isEqualTo("task.refused.return.ENDED_PART");
            assertThat(returning.targets(sign))
                    .extracting(Target::taskKey)
                    .containsExactlyInAnyOrder("confirmLaw", "askLawyer", "checkBudget", "reviewMemo", "draftMemo");
            memo.finish();
        }
    }

    @Nested
    class SigningTogether {

        @Test
        void goesOutOfItWithAllSignatures() {
            memo = MemoWalk.at(memos, "signMemo");
            memo.signed("signMemo", memo.cast().signers().get(1));
            InboxFixtures.signIn(memo.cast().signers().getFirst());

            returning.to(memo.task("signMemo").taskId(), "reviewMemo", WHY);

            assertThat(memo.open()).containsExactly("reviewMemo");
            assertThat(memo.undone()).contains("signMemo");
            memo.finish();
        }

        @Test
        void goesIntoItToAllOfThem() {
            memo = MemoWalk.start(memos);
            memo.reach("signMemo");
            memo.signed("signMemo", memo.cast().signers().get(1));
            memo.done("signMemo");

            returning.toPrevious(memo.claim("signInTurn"), WHY);

            assertThat(memo.open()).containsExactly("signMemo");
            assertThat(memo.holder("signMemo")).isNull();
            assertThat(memo.task("signMemo").isJoint()).isTrue();
            assertThat(memo.undone()).containsExactly("signMemo", "signMemo", "signMemo");
            memo.finish();
        }
    }

    @Nested
    class Timers {

        @Test
        void thePendingOneGoesAndComesAnew() {
            memo = MemoWalk.at(memos, "reviewMemo");
            String before = memo.timers().getFirst().getId();

            returning.toPrevious(memo.task("reviewMemo").taskId(), WHY);
            assertThat(memo.timers()).isEmpty();
            memo.done("draftMemo");

            assertThat(memo.timers()).singleElement().satisfies(timer -> {
                assertThat(timer.getId()).isNotEqualTo(before);
                assertThat(timer.getDuedate().toInstant())
                        .isCloseTo(memo.task("reviewMemo").dueAt(), within(2, ChronoUnit.SECONDS));
            });
            memo.finish();
        }

        @Test
        void oneThatHasFiredComesAnew() {
            memo = MemoWalk.at(memos, "reviewMemo");
            memos.bean(ManagementService.class)
                    .executeJob(memo.timers().getFirst().getId());
            assertThat(memo.timers()).isEmpty();
            memo.claim("reviewMemo");

            returning.toPrevious(memo.task("reviewMemo").taskId(), WHY);
            memo.done("draftMemo");

            assertThat(memo.timers()).hasSize(1);
            memo.finish();
        }

        @Test
        void comesAnewAtTheStepToWhichTheCaseReturns() {
            memo = MemoWalk.at(memos, "checkBudget");
            assertThat(memo.timers()).isEmpty();

            returning.to(memo.task("checkBudget").taskId(), "reviewMemo", WHY);

            assertThat(memo.timers()).hasSize(1);
            memo.finish();
            assertThat(memo.timers()).isEmpty();
        }
    }

    @Test
    void offersTheNearestStepFirstAndMarksTheStartersOne() {
        memo = MemoWalk.start(memos);
        memo.done("draftMemo");
        memo.done("reviewMemo");
        memo.done("checkBudget");
        memo.done("askLawyer");
        String confirm = memo.claim("confirmLaw");

        List<Target> targets = returning.targets(confirm);

        assertThat(targets)
                .extracting(target -> target.taskKey() + " " + target.name() + " " + target.doneBy())
                .containsExactly("askLawyer 法律顾问意见 法制", "reviewMemo 审核 审核甲", "draftMemo 起草 起草人");
        assertThat(targets).extracting(Target::previous).containsExactly(true, false, false);
        assertThat(targets).extracting(Target::starters).containsExactly(false, false, true);
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        TaskRefusedException refusal = catchThrowableOfType(TaskRefusedException.class, deed);
        assertThat(refusal).isNotNull();
        return refusal.reasonKey();
    }
}
