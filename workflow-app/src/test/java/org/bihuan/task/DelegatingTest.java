package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
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
class DelegatingTest {

    @Autowired
    Delegating delegating;

    @Autowired
    Transfer transfer;

    @Autowired
    InboxService inbox;

    @Autowired
    AuditLog audit;

    MemoFixtures memos;
    Cast cast;
    CaseNumber number;
    long owner;
    long delegate;

    @BeforeEach
    void aMemoInReview(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "reviewMemo");
        owner = cast.reviewers().getFirst();
        delegate = cast.reviewers().getLast();
        memos.claim(number, "reviewMemo", owner);
        delegating.delegate(task().taskId(), delegate, "请核对单价");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void givesTheTaskAwayForAWhileAndKeepsItsOwner() {
        assertThat(task().assigneeId()).isEqualTo(delegate);
        assertThat(task().ownerId()).isEqualTo(owner);
        assertThat(delegating.delegatedByMe()).singleElement().satisfies(one -> {
            assertThat(one.delegateName()).isEqualTo("审核乙");
            assertThat(one.task().caseNumber()).isEqualTo(number.value());
        });
        assertThat(audit.entries(number).getLast())
                .satisfies(entry -> assertThat(entry.eventType()).isEqualTo("task.delegated"))
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("审核乙:请核对单价"));
    }

    @Test
    void letsTheDelegateHandItBackWithAnOpinionAndNothingElse() {
        InboxFixtures.signIn(delegate);
        String task = task().taskId();
        assertRefused("task.refused.delegated", () -> inbox.release(task));
        assertRefused("task.refused.delegated", () -> memos.complete(number, "reviewMemo", delegate));
        assertRefused("task.refused.delegated", () -> transfer.transfer(task, owner, "换人"));
        assertRefused("task.refused.delegated.again", () -> delegating.delegate(task, owner, "请看"));

        delegating.handBack(task, "单价无误");

        assertThat(task().assigneeId()).isEqualTo(owner);
        assertThat(task().ownerId()).isNull();
        assertThat(audit.entries(number).getLast().note()).isEqualTo("审核甲:单价无误");
        memos.complete(number, "reviewMemo", owner);
    }

    @Test
    void letsTheOwnerTakeItBack() {
        delegating.recall(task().taskId());

        assertThat(task().assigneeId()).isEqualTo(owner);
        assertThat(delegating.delegatedByMe()).isEmpty();
        InboxFixtures.signIn(delegate);
        assertThatThrownBy(() -> delegating.handBack(task().taskId(), "单价无误")).isInstanceOf(NotYourTaskException.class);
    }

    @Test
    void refusesToTakeBackOrHandBackWhatIsNotOnesOwn() {
        InboxFixtures.signIn(delegate);
        assertThatThrownBy(() -> delegating.recall(task().taskId())).isInstanceOf(NotYourTaskException.class);
        InboxFixtures.signIn(owner);
        assertThatThrownBy(() -> delegating.handBack(task().taskId(), "单价无误")).isInstanceOf(NotYourTaskException.class);
    }

    @Test
    void goesBackToItsPostWhenTheOwnerIsNoLongerThere() {
        memos.transaction()
                .executeWithoutResult(status -> memos.jdbc()
                        .update("update org_staff_post set valid_to = '2021-01-01' where staff_id = ?", owner));
        InboxFixtures.signIn(delegate);

        delegating.handBack(task().taskId(), "单价无误");

        assertThat(task().assigneeId()).isNull();
        assertThat(task().ownerId()).isNull();
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
