package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class BulkCompletionTest {

    @Autowired
    BulkCompletion completion;

    @Autowired
    BulkComplete verb;

    @Autowired
    InboxQueries queries;

    @Autowired
    AuditLog audit;

    private MemoFixtures memos;
    private MemoFixtures.Cast cast;
    private CaseNumber number;

    @BeforeEach
    void prepare(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesTheTaskAndDoesItWithTheAnswersOfItsFamily() {
        memos.goTo(number, cast, "reviewMemo");
        InboxFixtures.signIn(cast.reviewers().getFirst());

        completion.complete(memos.task(number, "reviewMemo").taskId());

        assertThat(memos.open(number)).containsExactly("askLawyer", "checkBudget");
        assertThat(memos.family().told(number)).contains("completed reviewMemo");
        assertThat(audit.entries(number)).extracting(AuditEntry::eventType).containsOnlyOnce("task.completedInBulk");
    }

    @Test
    void refusesATaskThatHasToBeOpened() {
        InboxFixtures.signIn(cast.starter());
        String task = memos.task(number, "draftMemo").taskId();

        assertThatThrownBy(() -> completion.complete(task))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessage("task.refused.complete.family");

        // Nothing of it stays, not even the claim.
        assertThat(memos.task(number, "draftMemo").assigneeId()).isNull();
    }

    @Test
    void refusesStrangersAndWhoeverComesSecond() {
        memos.goTo(number, cast, "reviewMemo");
        String task = memos.task(number, "reviewMemo").taskId();

        InboxFixtures.signIn(cast.legal());
        assertThatThrownBy(() -> completion.complete(task)).isInstanceOf(NotYourTaskException.class);

        memos.claim(number, "reviewMemo", cast.reviewers().getFirst());
        InboxFixtures.signIn(cast.reviewers().getLast());
        assertThatThrownBy(() -> completion.complete(task)).isInstanceOf(AlreadyTakenException.class);
        assertThat(memos.open(number)).containsExactly("reviewMemo");
    }

    @Test
    void doesItOnceThoughItIsSentTwice() {
        memos.goTo(number, cast, "reviewMemo");
        InboxFixtures.signIn(cast.reviewers().getFirst());
        String task = memos.task(number, "reviewMemo").taskId();
        completion.complete(task);

        assertThatThrownBy(() -> completion.complete(task)).isInstanceOf(AlreadyTakenException.class);
        assertThat(memos.open(number)).containsExactly("askLawyer", "checkBudget");
    }

    @Test
    void isOfferedWhereTheFamilyHasAnswersOnly() {
        InboxFixtures.signIn(cast.starter());
        assertThat(verb.fits(item())).isFalse();

        memos.goTo(number, cast, "reviewMemo");
        InboxFixtures.signIn(cast.reviewers().getFirst());
        assertThat(verb.fits(item())).isTrue();
    }

    private InboxItem item() {
        return queries.todo(InboxFilter.ALL, null, 10).items().getFirst();
    }
}
