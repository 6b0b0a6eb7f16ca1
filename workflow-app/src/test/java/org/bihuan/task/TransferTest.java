package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.MemoFixtures.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class TransferTest {

    @Autowired
    Transfer transfer;

    @Autowired
    AuditLog audit;

    MemoFixtures memos;
    Cast cast;
    CaseNumber number;
    long first;
    long second;

    @BeforeEach
    void aMemoInReview(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "reviewMemo");
        first = cast.reviewers().getFirst();
        second = cast.reviewers().getLast();
        memos.claim(number, "reviewMemo", first);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void offersColleaguesOfThePostAndWhomTheFamilyNames() {
        assertThat(transfer.receivers(task().taskId()))
                .extracting(receiver -> receiver.person().id())
                .containsExactly(second, cast.starter());
    }

    @Test
    void givesTheTaskToAColleagueForGoodWithTheReason() {
        transfer.transfer(task().taskId(), second, "我不熟悉采购");

        assertThat(task().assigneeId()).isEqualTo(second);
        assertThat(memos.family().told(number)).contains("handedTo " + second);
        AuditEntry entry = audit.entries(number).getLast();
        assertThat(entry.eventType()).isEqualTo("task.transferred");
        assertThat(entry.actor().staffId()).isEqualTo(first);
        assertThat(entry.note()).isEqualTo("审核乙:我不熟悉采购");
        memos.complete(number, "reviewMemo", second);
        assertThat(memos.open(number)).contains("checkBudget");
    }

    @Test
    void movesTheTaskToThePostOfSomebodyElse() {
        transfer.transfer(task().taskId(), cast.starter(), "请自行补正");

        assertThat(task().posts()).containsExactly(cast.starterPost());
        assertThat(task().assigneeId()).isEqualTo(cast.starter());
        InboxFixtures.signIn(first);
        assertThatThrownBy(() -> memos.claim(number, "reviewMemo", first)).isInstanceOf(NotYourTaskException.class);
        memos.complete(number, "reviewMemo", cast.starter());
    }

    @Test
    void refusesWhoDoesNotHoldIt() {
        InboxFixtures.signIn(second);
        assertThatThrownBy(() -> transfer.transfer(task().taskId(), first, "换人"))
                .isInstanceOf(AlreadyTakenException.class);
        assertThatThrownBy(() -> transfer.receivers(task().taskId())).isInstanceOf(NotYourTaskException.class);
        InboxFixtures.signIn(cast.budget());
        assertThatThrownBy(() -> transfer.transfer(task().taskId(), first, "换人"))
                .isInstanceOf(NotYourTaskException.class);
    }

    @Test
    void refusesOneselfStrangersAndSilence() {
        String task = task().taskId();
        assertRefused("task.refused.receiver", () -> transfer.transfer(task, first, "换人"));
        assertRefused("task.refused.receiver", () -> transfer.transfer(task, cast.budget(), "换人"));
        assertRefused("task.refused.reason.missing", () -> transfer.transfer(task, second, "  "));
        assertThat(task().assigneeId()).isEqualTo(first);
    }

    @Test
    void refusesATaskThatHasEnded() {
        String task = task().taskId();
        memos.complete(number, "reviewMemo", first);

        assertThatThrownBy(() -> transfer.transfer(task, second, "换人")).isInstanceOf(AlreadyTakenException.class);
    }

    private void assertRefused(String key, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        e -> assertThat(e.reasonKey()).isEqualTo(key));
    }

    private InboxTask task() {
        return memos.task(number, "reviewMemo");
    }
}
