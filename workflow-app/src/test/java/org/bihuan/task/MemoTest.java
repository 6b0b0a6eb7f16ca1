package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The memo runs as its model says, and the inbox knows which step made which. */
@IntegrationTest
class MemoTest {

    private MemoFixtures memos;

    @BeforeEach
    void fixtures(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void passesBranchesSubprocessAndChildProcess() {
        MemoFixtures.Cast cast = memos.cast();
        CaseNumber number = memos.start(cast);

        assertThat(memos.open(number)).containsExactly("draftMemo");
        memos.goTo(number, cast, "askLawyer");
        assertThat(memos.open(number)).containsExactly("askLawyer", "checkBudget");
        memos.goTo(number, cast, "fillAnnex");
        assertThat(memos.open(number)).containsExactly("fillAnnex");
    }

    @Test
    void everyTaskKnowsWhichStepMadeIt() {
        MemoFixtures.Cast cast = memos.cast();
        CaseNumber number = memos.start(cast);
        String draft = memos.task(number, "draftMemo").taskId();

        memos.complete(number, "draftMemo", cast.starter());

        assertThat(memos.successors(draft)).extracting(InboxTask::taskKey).containsExactly("reviewMemo");
    }
}
