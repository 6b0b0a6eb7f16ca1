package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.TokenMoves;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class DraftsTest {

    @Autowired
    Drafts drafts;

    @Autowired
    InboxService inbox;

    private MemoFixtures memos;
    private MemoFixtures.Cast cast;
    private CaseNumber number;
    private String taskId;
    private long first;
    private long second;

    @BeforeEach
    void aReviewInHand(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "reviewMemo");
        first = cast.reviewers().get(0);
        second = cast.reviewers().get(1);
        memos.claim(number, "reviewMemo", first);
        taskId = memos.task(number, "reviewMemo").taskId();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void isThereAfterAnotherSignIn() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));

        SecurityContextHolder.clearContext();
        InboxFixtures.signIn(first);

        assertThat(opinion()).isEqualTo("拟同意");
    }

    @Test
    void keepsWhatWasWrittenLast() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));
        drafts.save(taskId, Map.of("opinion", "拟不同意"));

        assertThat(opinion()).isEqualTo("拟不同意");
        assertThat(kept()).isOne();
    }

    @Test
    void isReadByNobodyElse() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));

        InboxFixtures.signIn(second);

        assertThat(drafts.find(taskId)).isEmpty();
    }

    @Test
    void isKeptForTheHolderOnly() {
        InboxFixtures.signIn(second);

        assertThatThrownBy(() -> drafts.save(taskId, Map.of("opinion", "我也写")))
                .isInstanceOf(NotYourTaskException.class);
        assertThat(kept()).isZero();
    }

    @Test
    void isNotKeptForATaskThatIsDone() {
        memos.complete(number, "reviewMemo", first);

        assertThatThrownBy(() -> drafts.save(taskId, Map.of("opinion", "迟了")))
                .isInstanceOf(AlreadyTakenException.class);
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        String long64 = "字".repeat(Drafts.MOST_BYTES / 3);

        assertThatThrownBy(() -> drafts.save(taskId, Map.of("opinion", long64)))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessage("task.draft.long");
        assertThat(kept()).isZero();
    }

    @Test
    void isThrownAwayByItsWriter() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));

        drafts.drop(taskId);

        assertThat(drafts.find(taskId)).isEmpty();
    }

    @Test
    void goesWhenTheTaskIsDone() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));

        memos.complete(number, "reviewMemo", first);

        assertThat(kept()).isZero();
    }

    @Test
    void goesWhenTheTaskIsCancelled() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));

        memos.transaction().executeWithoutResult(status -> {
            TokenMoves moves = memos.bean(TokenMoves.class);
            TokenMoves.Token token = moves.standing(number).getFirst();
            moves.move(number, token.id(), token.element(), "draftMemo");
        });

        assertThat(kept()).isZero();
    }

    @Test
    void staysForItsWriterWhoGivesTheTaskBack() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));

        inbox.release(taskId);
        inbox.claim(taskId);

        assertThat(opinion()).isEqualTo("拟同意");
    }

    @Test
    void followsTheTaskToWhoeverIsGivenIt() {
        drafts.save(taskId, Map.of("opinion", "拟同意"));

        hand(second);

        assertThat(drafts.find(taskId)).isEmpty();
        InboxFixtures.signIn(second);
        assertThat(opinion()).isEqualTo("拟同意");
    }

    @Test
    void doesNotReplaceWhatTheNextHolderWroteBefore() {
        hand(second);
        InboxFixtures.signIn(second);
        drafts.save(taskId, Map.of("opinion", "乙的意见"));
        hand(first);
        // It came along, because the first had none of his own.
        InboxFixtures.signIn(first);
        assertThat(opinion()).isEqualTo("乙的意见");
        hand(null);
        InboxFixtures.signIn(second);
        inbox.claim(taskId);
        drafts.save(taskId, Map.of("opinion", "乙重写"));
        hand(first);

        InboxFixtures.signIn(first);
        assertThat(opinion()).isEqualTo("乙的意见");
        InboxFixtures.signIn(second);
        assertThat(opinion()).isEqualTo("乙重写");
    }

    private void hand(@Nullable Long staffId) {
        memos.transaction().executeWithoutResult(status -> {
            OpenTasks open = memos.bean(OpenTasks.class);
            open.hand(open.lock(taskId), staffId, null);
        });
    }

    private String opinion() {
        return drafts.find(taskId).orElseThrow().answers().path("opinion").asString();
    }

    private long kept() {
        return memos.jdbc().queryForObject("select count(*) from task_draft where task_id = ?", Long.class, taskId);
    }
}
