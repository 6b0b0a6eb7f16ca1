package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.TaskRefusedException;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class RevokingTest {

    private static final String WHY = "不再需要";

    @Autowired
    Revoking revoking;

    private ConfigurableApplicationContext context;
    private MemoFixtures memos;
    private MemoWalk memo;

    @BeforeEach
    void aMemo(@Autowired ConfigurableApplicationContext program) {
        context = program;
        memos = new MemoFixtures(program);
        memo = MemoWalk.start(memos);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** A single task, a group, branches, subprocess, child process, signing at once and in turn. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "draftMemo",
                "reviewMemo",
                "checkBudget",
                "askLawyer",
                "confirmLaw",
                "fillAnnex",
                "checkAnnex",
                "signMemo",
                "signInTurn",
                "archiveMemo"
            })
    void endsTheCaseWhereverItStands(String taskKey) {
        memo.reach(taskKey);
        memo.claim(taskKey);
        InboxFixtures.signIn(memo.cast().starter());
        assertThat(revoking.hinders(memo.number())).isEmpty();

        revoking.revoke(memo.number(), WHY);

        assertThat(memo.open()).isEmpty();
        assertThat(memo.timers()).isEmpty();
        assertThat(memo.lastDeed()).isEqualTo("task.revoked 起草人 " + WHY);
        assertThat(memos.family().told(memo.number())).contains("revoked");
        memo.assertEnded("REVOKED");
    }

    @Test
    void endsItWhenATimerHasFired() {
        memo.reach("reviewMemo");
        memos.bean(ManagementService.class).executeJob(memo.timers().getFirst().getId());
        InboxFixtures.signIn(memo.cast().starter());

        revoking.revoke(memo.number(), WHY);

        memo.assertEnded("REVOKED");
    }

    @Test
    void endsSignaturesThatAreAskedFor() {
        memo.reach("signMemo");
        memo.asked("signMemo", memo.cast().signers().get(1));
        InboxFixtures.signIn(memo.cast().starter());

        revoking.revoke(memo.number(), WHY);

        memo.assertEnded("REVOKED");
    }

    @Test
    void isForTheStarterOnly() {
        memo.reach("reviewMemo");
        InboxFixtures.signIn(memo.doer("reviewMemo"));

        assertRefused("task.refused.revoke.starter");
    }

    @Test
    void isRefusedWhenTheCaseHasEnded() {
        memo.finish();
        InboxFixtures.signIn(memo.cast().starter());

        assertRefused("task.refused.back.ended");
        memo.assertEnded("ARCHIVED");
    }

    @Test
    void isRefusedASecondTime() {
        InboxFixtures.signIn(memo.cast().starter());
        revoking.revoke(memo.number(), WHY);

        assertRefused("task.refused.back.ended");
    }

    @Test
    void isRefusedWhileTheCaseRests() {
        memo.given(
                "update inbox_item set suspended_at = utc_timestamp() where case_number = ?",
                memo.number().value());
        InboxFixtures.signIn(memo.cast().starter());

        assertRefused("task.refused.back.suspended");
    }

    @Test
    void isRefusedWhereTheFamilyDoesNotLetPeople() {
        var errands = new InboxFixtures(context);
        long post = errands.post();
        long starter = errands.person("发起人", post);
        CaseNumber number = errands.start("取件", starter, post);
        InboxFixtures.signIn(starter);

        assertThat(refusal(() -> revoking.revoke(number, WHY))).isEqualTo("task.refused.revoke.family");
        assertThat(memos.open(number)).isNotEmpty();
    }

    @Test
    void needsAReason() {
        InboxFixtures.signIn(memo.cast().starter());

        assertThat(refusal(() -> revoking.revoke(memo.number(), " "))).isEqualTo("task.refused.reason.missing");
        memo.finish();
    }

    @Test
    void knowsNoCaseThatTheReaderMayNotSee() {
        InboxFixtures.signIn(memo.cast().starter());

        assertThatThrownBy(() -> revoking.revoke(new CaseNumber("NONE-2026-000001"), WHY))
                .isInstanceOf(CaseNotFoundException.class);
        assertThatThrownBy(() -> revoking.hinders(new CaseNumber("NONE-2026-000001")))
                .isInstanceOf(CaseNotFoundException.class);
    }

    private void assertRefused(String reason) {
        var open = memo.open();
        assertThat(revoking.hinders(memo.number())).contains(reason);
        assertThat(refusal(() -> revoking.revoke(memo.number(), WHY))).isEqualTo(reason);
        assertThat(memo.open()).isEqualTo(open);
        memo.inboxEqualsEngine();
    }

    private static String refusal(ThrowingCallable deed) {
        TaskRefusedException refusal = catchThrowableOfType(TaskRefusedException.class, deed);
        assertThat(refusal).isNotNull();
        return refusal.reasonKey();
    }
}
