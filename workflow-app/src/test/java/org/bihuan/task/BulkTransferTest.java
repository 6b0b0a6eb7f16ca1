package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.org.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class BulkTransferTest {

    @Autowired
    BulkTransfer verb;

    @Autowired
    InboxQueries queries;

    private MemoFixtures memos;
    private MemoFixtures.Cast cast;
    private long me;
    private long colleague;

    @BeforeEach
    void prepare(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        me = cast.reviewers().getFirst();
        colleague = cast.reviewers().getLast();
        InboxFixtures.signIn(me);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void givesEachToThePersonWhoMayHaveAllOfThem() {
        CaseNumber first = inHand();
        CaseNumber second = inHand();
        List<InboxItem> items = queries.todo(InboxFilter.ALL, null, 10).items();

        assertThat(items).hasSize(2).allMatch(verb::fits);
        assertThat(verb.receivers(items))
                .extracting(Staff::id)
                .contains(colleague)
                .doesNotContain(me);
        items.forEach(item -> verb.apply(item, new BulkVerb.Input(colleague, "出差")));

        assertThat(memos.task(first, "reviewMemo").assigneeId()).isEqualTo(colleague);
        assertThat(memos.task(second, "reviewMemo").assigneeId()).isEqualTo(colleague);
    }

    @Test
    void namesNobodyWhoMayNotHaveAllOfThem() {
        inHand();
        MemoFixtures.Cast others = memos.cast();
        CaseNumber elsewhere = memos.start(others);
        memos.claim(elsewhere, "draftMemo", others.starter());
        memos.people().marked(elsewhere, "assignee_id = " + me);
        InboxFixtures.signIn(me);

        List<InboxItem> items = queries.todo(InboxFilter.ALL, null, 10).items();

        assertThat(items).hasSize(2);
        assertThat(verb.receivers(items)).isEmpty();
    }

    @Test
    void isNotOfferedForWhatNobodyTook() {
        CaseNumber number = memos.start(cast);
        memos.goTo(number, cast, "reviewMemo");
        InboxFixtures.signIn(me);

        assertThat(queries.todo(InboxFilter.ALL, null, 10).items()).isNotEmpty().noneMatch(verb::fits);
    }

    private CaseNumber inHand() {
        CaseNumber number = memos.start(cast);
        memos.goTo(number, cast, "reviewMemo");
        memos.claim(number, "reviewMemo", me);
        return number;
    }
}
