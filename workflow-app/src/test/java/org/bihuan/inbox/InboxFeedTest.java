package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class InboxFeedTest {

    private static final long NOBODY = -1;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    InboxChangeMapper mapper;

    @Autowired
    InboxService inbox;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    InboxFeed feed;
    AtomicInteger told = new AtomicInteger();
    long post;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        // A second node: the same table, a feed of its own.
        feed = new InboxFeed(mapper, clock);
        post = errands.post();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void tellsAfterTheCommitOnly() {
        feed.listen(NOBODY, Set.of(post), told::incrementAndGet);

        errands.transaction().executeWithoutResult(status -> {
            CaseNumber number = errands.start("暴露垃圾", null, post);
            assertThat(errands.rows(number)).hasSize(1);
            pollElsewhere();
            assertThat(told).hasValue(0);
        });
        feed.poll();

        assertThat(told).hasValue(1);
    }

    /** With what a browser and a line need, an open page knows within two seconds. */
    @Test
    void looksEverySecondAndNotBehindOtherWork() throws Exception {
        Scheduled schedule = InboxFeed.class.getMethod("poll").getAnnotation(Scheduled.class);

        assertThat(schedule.timeUnit()).isEqualTo(TimeUnit.MILLISECONDS);
        assertThat(schedule.fixedDelay()).isBetween(1L, 1000L);
        assertThat(context.getBean(ThreadPoolTaskScheduler.class)
                        .getScheduledThreadPoolExecutor()
                        .getCorePoolSize())
                .isGreaterThan(1);
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        feed.listen(NOBODY, Set.of(post), told::incrementAndGet);

        errands.transaction().executeWithoutResult(status -> {
            errands.start("暴露垃圾", null, post);
            status.setRollbackOnly();
        });
        feed.poll();

        assertThat(told).hasValue(0);
    }

    @Test
    void seesASmallerIdThatIsCommittedAfterALargerOne() {
        feed.listen(NOBODY, Set.of(post), told::incrementAndGet);

        errands.transaction().executeWithoutResult(status -> {
            errands.start("先写后提交", null, post);
            elsewhere(() -> errands.change(NOBODY - 1));
            pollElsewhere();
            assertThat(told).hasValue(0);
        });
        feed.poll();

        assertThat(told).hasValue(1);
    }

    @Test
    void tellsEachChangeOnce() {
        feed.listen(NOBODY, Set.of(post), told::incrementAndGet);
        errands.start("暴露垃圾", null, post);

        feed.poll();
        feed.poll();

        assertThat(told).hasValue(1);
    }

    @Test
    void leavesOthersInPeace() {
        feed.listen(NOBODY, Set.of(errands.post()), told::incrementAndGet);
        errands.start("暴露垃圾", null, post);

        feed.poll();

        assertThat(told).hasValue(0);
    }

    @Test
    void tellsTheHolderWhereverThePostsAre() {
        long worker = errands.person("李强", post);
        CaseNumber number = errands.start("暴露垃圾", null, post);
        feed.listen(worker, Set.of(), told::incrementAndGet);
        InboxFixtures.signIn(worker);

        inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());
        feed.poll();

        assertThat(told).hasValue(1);
    }

    @Test
    void stopsWhenThePageGoes() {
        Runnable stop = feed.listen(NOBODY, Set.of(post), told::incrementAndGet);
        stop.run();
        errands.start("暴露垃圾", null, post);

        feed.poll();

        assertThat(told).hasValue(0);
    }

    @Test
    void tellsTheOthersWhenOnePageBreaks() {
        feed.listen(NOBODY, Set.of(post), () -> {
            throw new IllegalStateException("the page is gone");
        });
        feed.listen(NOBODY, Set.of(post), told::incrementAndGet);
        errands.start("暴露垃圾", null, post);

        feed.poll();

        assertThat(told).hasValue(1);
    }

    @Test
    void forgetsOldChanges() {
        errands.start("暴露垃圾", null, post);
        errands.transaction()
                .executeWithoutResult(status -> errands.jdbc()
                        .update("update inbox_change set changed_at = '2020-01-01' where post_id = ?", post));

        feed.purge();

        assertThat(errands.jdbc()
                        .queryForObject("select count(*) from inbox_change where post_id = ?", Long.class, post))
                .isZero();
    }

    private void pollElsewhere() {
        elsewhere(feed::poll);
    }

    /** Outside the transaction of this thread. */
    private static void elsewhere(Runnable work) {
        try {
            Thread thread = Thread.ofPlatform().start(work);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
