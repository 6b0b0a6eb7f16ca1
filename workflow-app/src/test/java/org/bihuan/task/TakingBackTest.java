package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.TakingBack.OwnStep;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class TakingBackTest {

    private static final String WHY = "漏填一项";

    @Autowired
    TakingBack takingBack;

    private MemoFixtures memos;
    private MemoWalk memo;

    @BeforeEach
    void aMemo(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        memo = MemoWalk.start(memos);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class SingleTask {

        @Test
        void isOpenAgainAndInTheSameHands() {
            memo.done("draftMemo");

            takeBack("draftMemo");

            assertThat(memo.open()).containsExactly("draftMemo");
            assertThat(memo.holder("draftMemo")).isEqualTo(memo.cast().starter());
            assertThat(memo.undone()).containsExactly("draftMemo");
            assertThat(memo.lastDeed()).isEqualTo("task.takenBack 起草人 起草 · " + WHY);
            assertThat(memos.family().told(memo.number())).contains("takenBack draftMemo");
            assertThat(memo.timers()).isEmpty();
            memo.finish();
        }

        @Test
        void canBeTakenBackEachTimeItIsDone() {
            memo.done("draftMemo");
            takeBack("draftMemo");
            memo.done("draftMemo");

            takeBack("draftMemo");

            assertThat(memo.undone()).containsExactly("draftMemo", "draftMemo");
            memo.finish();
        }

        @Test
        void isOfferedToWhoeverDidItOnly() {
            memo.done("draftMemo");
            assertThat(takingBack.mine(memo.number()))
                    .extracting(OwnStep::taskKey, OwnStep::name)
                    .containsExactly(tuple("draftMemo", "起草"));

            InboxFixtures.signIn(memo.doer("reviewMemo"));
            assertThat(takingBack.mine(memo.number())).isEmpty();
            assertThatThrownBy(() -> takingBack.takeBack(memo.number(), memo.step("draftMemo"), WHY))
                    .isInstanceOf(CaseNotFoundException.class);
        }

        @Test
        void needsAReason() {
            memo.done("draftMemo");

            assertThat(refusal(() -> takingBack.takeBack(memo.number(), memo.step("draftMemo"), "")))
                    .isEqualTo("task.refused.reason.missing");
        }

        @Test
        void isRefusedWhenItWasTakenBackOrReturnedAlready() {
            memo.done("draftMemo");
            long step = memo.step("draftMemo");
            takeBack("draftMemo");

            assertThat(refusal(() -> takingBack.takeBack(memo.number(), step, WHY)))
                    .isEqualTo("task.refused.takeBack.undone");
        }

        @Test
        void isRefusedWhenTheNextStepIsDone() {
            memo.done("draftMemo");
            memo.done("reviewMemo");

            assertRefused("draftMemo", "task.refused.takeBack.WENT_ON");
        }

        @Test
        void isRefusedToWhoeverHasLeftThePost() {
            memo.done("draftMemo");
            memo.given("update org_staff_post set valid_to = '2020-02-01' where staff_id = ?", memo.doer("draftMemo"));

            assertThat(refusal(() -> takeBack("draftMemo"))).isEqualTo("task.refused.takeBack.post");
            assertThat(memo.open()).containsExactly("reviewMemo");
        }

        @Test
        void isRefusedWhenTheCaseHasEnded() {
            memo.finish();

            assertRefused("archiveMemo", "task.refused.back.ended");
        }

        @Test
        void isRefusedWhileTheCaseRests() {
            memo.done("draftMemo");
            memo.given(
                    "update inbox_item set suspended_at = utc_timestamp() where case_number = ?",
                    memo.number().value());

            assertRefused("draftMemo", "task.refused.back.suspended");
        }

        @Test
        void isRefusedForACaseThatNobodyKnows() {
            InboxFixtures.signIn(memo.doer("draftMemo"));

            assertThatThrownBy(() -> takingBack.mine(new CaseNumber("NONE-2026-000001")))
                    .isInstanceOf(CaseNotFoundException.class);
            assertThatThrownBy(() -> takingBack.takeBack(new CaseNumber("MEMO-1999-000001"), 1, WHY))
                    .isInstanceOf(CaseNotFoundException.class);
        }
    }

    @Nested
    class CandidateGroup {

        @Test
        void isRefusedAsSoonAsOneOfTheGroupHasTheNextStepAndSaysWho() {
            memo.done("draftMemo");
            memos.claim(memo.number(), "reviewMemo", memo.cast().reviewers().get(1));

            InboxFixtures.signIn(memo.doer("draftMemo"));
            TaskRefusedException refusal = catchThrowableOfType(
                    TaskRefusedException.class, () -> takingBack.takeBack(memo.number(), memo.step("draftMemo"), WHY));
            assertThat(refusal.reasonKey()).isEqualTo("task.refused.takeBack.taken");
            assertThat(refusal.values()).containsExactly("审核乙");
            assertThat(takingBack.mine(memo.number())).isEmpty();
        }

        @Test
        void isPossibleAgainWhenTheNextStepWasPutBack() {
            memo.done("draftMemo");
            String review = memo.claim("reviewMemo");
            memos.bean(InboxService.class).release(review);

            takeBack("draftMemo");

            assertThat(memo.open()).containsExactly("draftMemo");
            memo.finish();
        }
    }

    @Nested
    class ParallelBranches {

        @Test
        void takesAllBranchesBackWhileNobodyHasBegunAny() {
            memo.done("draftMemo");
            memo.done("reviewMemo");

            takeBack("reviewMemo");

            assertThat(memo.open()).containsExactly("reviewMemo");
            assertThat(memo.timers()).hasSize(1);
            memo.finish();
        }

        @Test
        void isRefusedWhenOneBranchHasBegun() {
            memo.done("draftMemo");
            memo.done("reviewMemo");
            memo.claim("checkBudget");

            assertRefused("reviewMemo", "task.refused.takeBack.taken");
        }

        @Test
        void isRefusedWhenOneBranchIsDone() {
            memo.done("draftMemo");
            memo.done("reviewMemo");
            memo.done("checkBudget");

            assertRefused("reviewMemo", "task.refused.takeBack.WENT_ON");
        }

        @Test
        void takesAStepBackThatWaitsForTheOtherBranch() {
            memo.reach("checkBudget");
            memo.done("checkBudget");

            takeBack("checkBudget");

            assertThat(memo.open()).containsExactly("askLawyer", "checkBudget");
            assertThat(memo.holder("checkBudget")).isEqualTo(memo.cast().budget());
            memo.finish();
        }

        @Test
        void takesTheLastStepBackAndKeepsTheOtherBranchsWork() {
            memo.reach("checkBudget");
            memo.done("checkBudget");
            memo.done("askLawyer");
            memo.done("confirmLaw");
            assertThat(memo.open()).containsExactly("fillAnnex");

            takeBack("confirmLaw");

            assertThat(memo.open()).containsExactly("confirmLaw");
            assertThat(memo.undone()).containsExactly("confirmLaw");
            memo.done("confirmLaw");
            assertThat(memo.open()).containsExactly("fillAnnex");
            memo.finish();
        }

        @Test
        void isRefusedForTheFirstOfTwoBranchesThatHaveMet() {
            memo.reach("checkBudget");
            memo.done("checkBudget");
            memo.done("askLawyer");
            memo.done("confirmLaw");

            assertRefused("checkBudget", "task.refused.takeBack.WENT_ON");
        }
    }

    @Nested
    class Subprocess {

        @Test
        void takesAStepBackWithinIt() {
            memo.reach("askLawyer");
            memo.done("askLawyer");

            takeBack("askLawyer");

            assertThat(memo.open()).containsExactly("askLawyer", "checkBudget");
            memo.finish();
        }

        @Test
        void takesItsLastStepBackAndOpensItAgain() {
            memo.reach("askLawyer");
            memo.done("askLawyer");
            memo.done("confirmLaw");
            assertThat(memo.open()).containsExactly("checkBudget");

            takeBack("confirmLaw");

            assertThat(memo.open()).containsExactly("checkBudget", "confirmLaw");
            memo.finish();
        }
    }

    @Nested
    class ChildProcess {

        @Test
        void takesAStepBackWithinIt() {
            memo.reach("fillAnnex");
            memo.done("fillAnnex");

            takeBack("fillAnnex");

            assertThat(memo.open()).containsExactly("fillAnnex");
            memo.finish();
        }

        @Test
        void isRefusedWhenItHasBegun() {
            memo.reach("checkBudget");
            memo.done("checkBudget");
            memo.done("askLawyer");
            memo.done("confirmLaw");
            memo.claim("fillAnnex");

            assertRefused("confirmLaw", "task.refused.takeBack.taken");
        }

        @Test
        void isRefusedWhenItHasEnded() {
            memo.reach("signMemo");

            assertRefused("checkAnnex", "task.refused.takeBack.ENDED_PART");
        }
    }

    @Nested
    class SigningTogether {

        @Test
        void isRefusedToOneOfThoseWhoSigned() {
            memo.reach("signMemo");
            memo.signed("signMemo", memo.cast().signers().get(1));
            memo.done("signMemo");

            assertRefused("signMemo", "task.refused.takeBack.signedTogether");
        }
    }

    @Nested
    class Timers {

        @Test
        void aReminderThatHasFiredDoesNotHinder() {
            memo.done("draftMemo");
            memos.bean(ManagementService.class)
                    .executeJob(memo.timers().getFirst().getId());

            takeBack("draftMemo");

            assertThat(memo.open()).containsExactly("draftMemo");
            memo.done("draftMemo");
            assertThat(memo.timers()).hasSize(1);
            memo.finish();
        }
    }

    @Nested
    class Races {

        @Test
        void whoeverClaimsWhileTheStepIsTakenBackIsToldThatItEnded() throws Exception {
            memo.done("draftMemo");
            String review = memo.task("reviewMemo").taskId();
            var locked = new CountDownLatch(1);
            var claiming = CompletableFuture.supplyAsync(() -> {
                InboxFixtures.signIn(memo.doer("reviewMemo"));
                try {
                    assertThat(locked.await(30, TimeUnit.SECONDS)).isTrue();
                    memos.bean(InboxService.class).claim(review);
                    return "claimed";
                } catch (AlreadyTakenException e) {
                    return "ended";
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    SecurityContextHolder.clearContext();
                }
            });
            InboxFixtures.signIn(memo.doer("draftMemo"));
            memos.transaction().executeWithoutResult(status -> {
                memos.bean(OpenTasks.class).lockCase(MemoFixtures.FAMILY, memo.number());
                locked.countDown();
                takingBack.takeBack(memo.number(), memo.step("draftMemo"), WHY);
            });

            assertThat(claiming.get(60, TimeUnit.SECONDS)).isEqualTo("ended");
            assertThat(memo.open()).containsExactly("draftMemo");
            memo.finish();
        }

        @Test
        void whoeverTakesBackWhileTheNextIsClaimedIsToldWhoHasIt() throws Exception {
            memo.done("draftMemo");
            String review = memo.task("reviewMemo").taskId();
            long step = memo.step("draftMemo");
            var locked = new CountDownLatch(1);
            var takingItBack = CompletableFuture.supplyAsync(() -> {
                InboxFixtures.signIn(memo.doer("draftMemo"));
                try {
                    assertThat(locked.await(30, TimeUnit.SECONDS)).isTrue();
                    takingBack.takeBack(memo.number(), step, WHY);
                    return "taken back";
                } catch (TaskRefusedException e) {
                    return e.reasonKey() + " " + e.values()[0];
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    SecurityContextHolder.clearContext();
                }
            });
            InboxFixtures.signIn(memo.doer("reviewMemo"));
            memos.transaction().executeWithoutResult(status -> {
                memos.bean(OpenTasks.class).lockCase(MemoFixtures.FAMILY, memo.number());
                locked.countDown();
                memos.bean(InboxService.class).claim(review);
            });

            assertThat(takingItBack.get(60, TimeUnit.SECONDS)).isEqualTo("task.refused.takeBack.taken 审核甲");
            assertThat(memo.open()).containsExactly("reviewMemo");
        }
    }

    private void takeBack(String taskKey) {
        long step = memo.step(taskKey);
        InboxFixtures.signIn(
                memos.jdbc().queryForObject("select staff_id from inbox_done where id = ?", Long.class, step));
        takingBack.takeBack(memo.number(), step, WHY);
    }

    private void assertRefused(String taskKey, String reason) {
        var open = memo.open();
        assertThat(refusal(() -> takeBack(taskKey))).isEqualTo(reason);
        assertThat(takingBack.mine(memo.number())).extracting(OwnStep::taskKey).doesNotContain(taskKey);
        assertThat(memo.open()).isEqualTo(open);
        memo.inboxEqualsEngine();
    }

    private static String refusal(ThrowingCallable deed) {
        TaskRefusedException refusal = catchThrowableOfType(TaskRefusedException.class, deed);
        assertThat(refusal).isNotNull();
        return refusal.reasonKey();
    }
}
