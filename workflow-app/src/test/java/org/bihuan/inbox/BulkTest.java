package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.inbox.BulkRuns.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class BulkTest {

    @Autowired
    InboxService inbox;

    @Autowired
    InboxQueries queries;

    @Autowired
    BulkClaim claim;

    @Autowired
    BulkRuns runs;

    @Autowired
    Refusals refusals;

    InboxFixtures errands;
    long post;
    long worker;

    @BeforeEach
    void prepare(@Autowired ConfigurableApplicationContext context) {
        errands = new InboxFixtures(context);
        post = errands.post();
        worker = errands.person("李强", post);
        InboxFixtures.signIn(worker);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void claimsEachByItselfSoThatOneRefusalLeavesTheOthersDone() {
        CaseNumber first = errands.start("件一", null, post);
        errands.start("spoilt", null, post);
        CaseNumber taken = errands.start("件三", null, post);
        CaseNumber last = errands.start("件四", null, post);
        List<InboxItem> items = items();
        InboxFixtures.signIn(errands.person("王芳", post));
        inbox.claim(items.get(2).taskId());
        InboxFixtures.signIn(worker);

        List<Result> results = claimed(items);

        assertThat(results).extracting(result -> result.item().title()).containsExactly("件一", "spoilt", "件三", "件四");
        assertThat(results.get(0).refusal()).isNull();
        assertThat(results.get(1).refusal()).isInstanceOf(ClaimRefusedException.class);
        assertThat(refusals.words(results.get(2).refusal(), Locale.CHINA)).contains("王芳");
        assertThat(results.get(3).refusal()).isNull();
        assertThat(holder(first)).isEqualTo(worker);
        assertThat(holder(taken)).isNotEqualTo(worker);
        assertThat(holder(last)).isEqualTo(worker);
    }

    @Test
    void repeatingAllOfItChangesNothing() {
        errands.start("件一", null, post);
        errands.start("件二", null, post);
        List<InboxItem> items = items();
        claimed(items);
        long changes = changes();

        assertThat(claimed(items)).extracting(Result::refusal).containsOnlyNulls();
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void worksAsWhoeverBeganItOnAThreadOfItsOwn() throws Exception {
        CaseNumber number = errands.start("件一", null, post);
        List<InboxItem> items = items();
        var told = new CountDownLatch(1);
        var thread = new ArrayList<Thread>();

        runs.start(claim, items, BulkVerb.Input.NONE, result -> {
            thread.add(Thread.currentThread());
            told.countDown();
        });

        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(holder(number)).isEqualTo(worker);
        assertThat(thread.getFirst()).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void offersOnlyWhatNobodyHasAndWhatDoesNotRest() {
        CaseNumber mine = errands.start("我的", null, post);
        inbox.claim(inbox.task(mine, "runErrand").orElseThrow().taskId());
        CaseNumber resting = errands.start("挂起", null, post);
        errands.marked(resting, "suspended_at = utc_timestamp()");
        CaseNumber asked = errands.start("催报", null, post);
        errands.marked(asked, "kind = 'ESCALATION'");
        errands.start("待受理", null, post);

        assertThat(items().stream().filter(claim::fits).map(InboxItem::title)).containsExactly("待受理");
    }

    @Test
    void hasASentenceForWhatNobodyExpected() {
        assertThat(refusals.words(new IllegalStateException("x"), Locale.CHINA)).isEqualTo("未能办理,请打开此事项再试");
        assertThat(refusals.words(new StaleCaseException("INBOX-2026-999999"), Locale.CHINA))
                .isEqualTo("此事项刚被更新,请刷新后再试");
    }

    private List<Result> claimed(List<InboxItem> items) {
        var results = new ArrayList<Result>();
        InboxFixtures.runsAtOnce().start(claim, items, BulkVerb.Input.NONE, results::add);
        return results;
    }

    private List<InboxItem> items() {
        return queries.todo(InboxFilter.ALL, null, 100).items();
    }

    private Long holder(CaseNumber number) {
        return inbox.task(number, "runErrand").orElseThrow().assigneeId();
    }

    private long changes() {
        return errands.jdbc().queryForObject("select count(*) from inbox_change where post_id = ?", Long.class, post);
    }
}
