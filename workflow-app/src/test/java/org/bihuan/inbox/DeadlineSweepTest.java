package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bihuan.HandClock;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** In a year of its own, so that the tasks of other tests lie outside of what is looked through. */
@IntegrationTest
class DeadlineSweepTest {

    private static final Instant START = Instant.parse("2031-03-03T01:00:00Z");

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    DeadlineMapper mapper;

    @Autowired
    TaskNotices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    final HandClock clock = new HandClock(START);
    InboxFixtures errands;
    DeadlineSweep sweep;
    long post;
    long worker;
    List<Timestamp> before;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        post = errands.post();
        worker = errands.person("李强", post);
        sweep = new DeadlineSweep(mapper, notices, transaction, clock);
        before = jdbc.queryForList("select reached from inbox_deadline_sweep order by kind", Timestamp.class);
        reached(START);
    }

    @AfterEach
    void putBack() {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from inbox_item where post_id = ?", post);
            jdbc.update("update inbox_deadline_sweep set reached = ?", before.getFirst());
        });
    }

    @Test
    void tellsOnceThatADeadlineIsNearAndOnceThatItIsOver() {
        item(START.plusSeconds(600), START.plusSeconds(1200));

        sweepAfter(Duration.ofSeconds(599));
        assertThat(told()).isEmpty();
        sweepAfter(Duration.ofSeconds(1));
        sweepAfter(Duration.ofSeconds(60));
        assertThat(told()).containsExactly("deadline.near");
        sweepAfter(Duration.ofSeconds(540));
        sweepAfter(Duration.ofSeconds(540));
        assertThat(told()).containsExactly("deadline.near", "deadline.over");
    }

    @Test
    void tellsAgainWhenTheDeadlineWasMoved() {
        String task = item(START.plusSeconds(60), START.plusSeconds(120));
        sweepAfter(Duration.ofSeconds(130));
        transaction.executeWithoutResult(status -> jdbc.update(
                "update inbox_item set warn_at = ?, due_at = ? where task_id = ?",
                Timestamp.from(START.plusSeconds(300)),
                Timestamp.from(START.plusSeconds(400)),
                task));

        sweepAfter(Duration.ofSeconds(300));

        assertThat(told()).containsExactly("deadline.over", "deadline.over");
    }

    @Test
    void leavesOutWhatRests() {
        String task = item(START.plusSeconds(60), START.plusSeconds(120));
        transaction.executeWithoutResult(status ->
                jdbc.update("update inbox_item set suspended_at = ? where task_id = ?", Timestamp.from(START), task));

        sweepAfter(Duration.ofSeconds(130));

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsTheHolderInsteadOfThePost() {
        long holder = errands.person("赵敏");
        String task = item(START.plusSeconds(60), START.plusSeconds(1200));
        transaction.executeWithoutResult(
                status -> jdbc.update("update inbox_item set assignee_id = ? where task_id = ?", holder, task));

        sweepAfter(Duration.ofSeconds(130));

        assertThat(told()).isEmpty();
        assertThat(told(holder)).containsExactly("deadline.near");
    }

    @Test
    void catchesUpAfterTheProgramWasAway() {
        item(START.plusSeconds(60), START.plus(5, ChronoUnit.HOURS));

        sweepAfter(Duration.ofHours(6));

        assertThat(told()).containsExactly("deadline.near", "deadline.over");
    }

    @Test
    void anotherNodeThatLooksAtTheSameMomentDoesNotWait() {
        item(START.plusSeconds(60), START.plusSeconds(1200));
        clock.forward(Duration.ofSeconds(130));

        transaction.executeWithoutResult(status -> {
            mapper.lock(DeadlineSweep.NEAR);
            mapper.lock(DeadlineSweep.OVER);
            elsewhere(sweep::sweep);
            assertThat(told()).isEmpty();
        });
        sweepAfter(Duration.ZERO);

        assertThat(told()).containsExactly("deadline.near");
    }

    private static void elsewhere(Runnable work) {
        try {
            Thread thread = Thread.ofPlatform().start(work);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void sweepAfter(Duration time) {
        clock.forward(time);
        do {
            sweep.sweep();
            // The program's own sweep may hold the rows for a moment.
        } while (!reachedNow());
    }

    private boolean reachedNow() {
        return jdbc.queryForList("select reached from inbox_deadline_sweep", Timestamp.class).stream()
                .allMatch(reached -> reached.toInstant().equals(clock.instant()));
    }

    private String item(Instant warn, Instant due) {
        return errands.item(post, "暴露垃圾", START.minusSeconds(60), warn, due);
    }

    private void reached(Instant instant) {
        transaction.executeWithoutResult(
                status -> jdbc.update("update inbox_deadline_sweep set reached = ?", Timestamp.from(instant)));
    }

    private List<String> told() {
        return told(worker);
    }

    private List<String> told(long staffId) {
        return jdbc.queryForList(
                "select kind from notify_notice where staff_id = ? order by id", String.class, staffId);
    }
}
