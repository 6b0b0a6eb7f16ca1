package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.IntegrationTest;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxCounts;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.RestingTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.Rest.Kind;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class SuspensionTest {

    @Autowired
    Suspension suspension;

    @Autowired
    RestSweep sweep;

    @Autowired
    InboxService inbox;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Clock clock;

    private MemoFixtures memos;
    private ClockFixtures clocks;
    private MemoFixtures.Cast cast;
    private CaseNumber number;

    @BeforeEach
    void anOpenMemo(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        clocks = new ClockFixtures(memos);
        cast = memos.cast();
        number = memos.start(cast);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Rights {

        @Test
        void areThoseOfTheHolderOfAnOpenTask() {
            memos.claim(number, "draftMemo", cast.starter());

            assertThat(suspension.may(number)).isTrue();
            suspend();

            assertThat(clocks.deeds(number)).containsExactly("task.suspended");
        }

        @Test
        void areNotThoseOfSomebodyWhoCouldTakeItOnly() {
            InboxFixtures.signIn(cast.starter());

            assertThat(suspension.may(number)).isFalse();
            assertThatThrownBy(SuspensionTest.this::suspend).isInstanceOf(CaseNotFoundException.class);
        }

        @Test
        void areThoseOfALeaderAboveAndOfNoOther() {
            long leader = memos.people().person("街道领导", clocks.postAbove(cast.starterPost(), "LEADER"));
            long elsewhere = memos.people().person("外地领导", clocks.postAbove(cast.budgetPost(), "LEADER"));

            InboxFixtures.signIn(elsewhere);
            assertThatThrownBy(SuspensionTest.this::suspend).isInstanceOf(CaseNotFoundException.class);
            InboxFixtures.signIn(leader);
            suspend();

            assertThat(suspension.current(number)).map(Rest::suspendedBy).contains(leader);
        }
    }

    @Nested
    class WhileItRests {

        @Test
        void noClockOfItRuns() {
            memos.goTo(number, cast, "reviewMemo");
            memos.claim(number, "reviewMemo", cast.reviewers().getFirst());
            Instant due = memos.task(number, "reviewMemo").dueAt();

            suspend();

            var task = memos.task(number, "reviewMemo");
            assertThat(task.dueAt()).isEqualTo(RestingTasks.NEVER).isNotEqualTo(due);
            assertThat(task.suspendedAt()).isNotNull();
            assertThat(clocks.engineDue(number, "reviewMemo")).isEqualTo(RestingTasks.NEVER);
            assertThat(clocks.stopped(number)).containsOnly(true);
            assertThat(clocks.timers(number)).hasSize(1).allMatch(Job::isSuspended);
        }

        @Test
        void nothingOfItCountsAsLate() {
            memos.claim(number, "draftMemo", cast.starter());
            clocks.late(number, "draftMemo", clock.instant().minusSeconds(60));
            assertThat(inbox.count()).isEqualTo(new InboxCounts(1, 0, 0));

            suspend();

            assertThat(inbox.count()).isEqualTo(new InboxCounts(0, 0, 1));
        }

        @Test
        void allBranchesRest() {
            memos.goTo(number, cast, "askLawyer");
            memos.claim(number, "checkBudget", cast.budget());

            suspend();

            InboxFixtures.signIn(cast.legal());
            assertThatThrownBy(() -> inbox.claim(memos.task(number, "askLawyer").taskId()))
                    .isInstanceOf(TaskRefusedException.class);
        }

        @Test
        void theChildProcessRestsAsWell() {
            memos.goTo(number, cast, "fillAnnex");
            memos.claim(number, "fillAnnex", cast.annex());

            suspend();

            assertThat(clocks.stopped(number)).containsExactly(true, true);
            suspension.resume(number, "");
            assertThat(clocks.stopped(number)).containsExactly(false, false);
        }

        @Test
        void takingItIsRefusedWithSinceAndWhy() {
            memos.goTo(number, cast, "reviewMemo");
            memos.claim(number, "reviewMemo", cast.reviewers().getFirst());
            inbox.release(memos.task(number, "reviewMemo").taskId());
            InboxFixtures.signIn(memos.people().person("领导", clocks.postBeside(cast.reviewPost(), "LEADER")));
            suspend();

            InboxFixtures.signIn(cast.reviewers().getLast());
            assertRefused(
                    () -> inbox.claim(memos.task(number, "reviewMemo").taskId()), "task.refused.resting", "等街道答复");
        }

        @Test
        void doingItIsRefusedWithSinceAndWhy() {
            memos.claim(number, "draftMemo", cast.starter());
            suspend();

            assertRefused(
                    () -> memos.transaction()
                            .executeWithoutResult(status -> inbox.requireHolder(
                                    memos.task(number, "draftMemo").taskId())),
                    "task.refused.resting",
                    "等街道答复");
        }

        @Test
        void itCannotBeSuspendedOnceMore() {
            memos.claim(number, "draftMemo", cast.starter());
            suspend();

            assertRefused(SuspensionTest.this::suspend, "task.refused.resting", "等街道答复");
        }
    }

    @Nested
    class Refusals {

        @Test
        void aMomentThatIsOver() {
            memos.claim(number, "draftMemo", cast.starter());

            assertRefused(
                    () -> suspension.suspend(
                            number, Kind.OUTSIDE, "等街道答复", clock.instant().minusSeconds(5)),
                    "task.refused.suspend.until");
        }

        @Test
        void noReason() {
            memos.claim(number, "draftMemo", cast.starter());

            assertRefused(() -> suspension.suspend(number, Kind.RESTING, "  ", null), "task.refused.reason.missing");
        }

        @Test
        void resumingWhatGoesOn() {
            memos.claim(number, "draftMemo", cast.starter());

            assertRefused(() -> suspension.resume(number, ""), "task.refused.resume.going");
        }
    }

    @Nested
    class GoingOn {

        private final Instant since = Instant.parse("2026-11-16T02:00:00Z");

        @Test
        void takesUpTheWorkingTimeThatWasLeft() {
            rests("draftMemo", since, since.plus(Duration.ofHours(2)));
            Instant before = now();

            suspension.resume(number, "答复已到");

            Instant due = memos.task(number, "draftMemo").dueAt();
            assertThat(due)
                    .isBetween(
                            calendar.after(before, Term.parse("2WH"), List.of()),
                            calendar.after(now(), Term.parse("2WH"), List.of()));
            assertThat(clocks.engineDue(number, "draftMemo")).isEqualTo(due);
            assertThat(memos.task(number, "draftMemo").suspendedAt()).isNull();
            assertThat(memos.jdbc()
                            .queryForObject(
                                    "select escalate_at = due_at and due_before is null and suspended_why is null from"
                                            + " inbox_item where case_number = ?",
                                    Boolean.class,
                                    number.value()))
                    .isTrue();
            assertThat(clocks.deeds(number)).containsExactly("task.suspended", "task.resumed");
            assertThat(suspension.of(number)).singleElement().satisfies(rest -> {
                assertThat(rest.resumedBy()).isEqualTo(cast.starter());
                assertThat(rest.resumeNote()).isEqualTo("答复已到");
            });
        }

        @Test
        void takesTheTimersAlong() {
            memos.goTo(number, cast, "reviewMemo");
            rests("reviewMemo", since, since.plus(Duration.ofHours(2)));
            clocks.change(
                    "update ACT_RU_JOB set DUEDATE_ = ? where ID_ = ?",
                    Timestamp.from(since.plus(Duration.ofHours(2))),
                    clocks.timers(number).getFirst().getId());

            suspension.resume(number, "");

            assertThat(clocks.timers(number)).singleElement().satisfies(timer -> {
                assertThat(timer.getDuedate().toInstant())
                        .isEqualTo(memos.task(number, "reviewMemo").dueAt());
                assertThat(timer.isSuspended()).isFalse();
            });
        }

        @Test
        void leavesLatenessAsItWas() {
            Instant missed = since.minusSeconds(60);
            rests("draftMemo", since, missed);

            suspension.resume(number, "");

            assertThat(memos.task(number, "draftMemo").dueAt()).isEqualTo(missed);
        }

        @Test
        void happensByItselfAndOnceAlthoughTwoNodesLook() throws Exception {
            memos.claim(number, "draftMemo", cast.starter());
            suspension.suspend(number, Kind.OUTSIDE, "等街道答复", clock.instant().plusSeconds(3600));
            sweep.sweep();
            assertThat(suspension.current(number)).isPresent();
            clocks.change(
                    "update task_suspension set until_at = ? where case_number = ?",
                    Timestamp.from(since),
                    number.value());

            SecurityContextHolder.clearContext();
            atOnce(sweep::sweep);

            InboxFixtures.signIn(cast.starter());
            assertThat(suspension.current(number)).isEmpty();
            assertThat(clocks.deeds(number)).containsExactly("task.waitsOutside", "task.resumed");
            assertThat(clocks.stopped(number)).containsOnly(false);
        }

        /** The case has been at rest since then, with a deadline that was to come then. */
        private void rests(String taskKey, Instant since, Instant due) {
            long holder = taskKey.equals("draftMemo")
                    ? cast.starter()
                    : cast.reviewers().getFirst();
            memos.claim(number, taskKey, holder);
            suspend();
            clocks.change(
                    "update inbox_item set suspended_at = ?, due_before = ?, warn_before = ?, escalate_at = ?"
                            + " where case_number = ?",
                    Timestamp.from(since),
                    Timestamp.from(due),
                    Timestamp.from(due),
                    Timestamp.from(due),
                    number.value());
            clocks.change(
                    "update task_suspension set suspended_at = ? where case_number = ?",
                    Timestamp.from(since),
                    number.value());
        }

        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }
    }

    private void suspend() {
        suspension.suspend(number, Kind.RESTING, "等街道答复", null);
    }

    static void atOnce(Runnable deed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(Stream.of(deed, deed)
                    .<Callable<Boolean>>map(one -> () -> {
                        one.run();
                        return true;
                    })
                    .toList())) {
                done.get();
            }
        }
    }

    static void assertRefused(ThrowingCallable deed, String reason, Object... named) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(TaskRefusedException.class, e -> {
            assertThat(e.reasonKey()).isEqualTo(reason);
            assertThat(List.of(e.values())).containsAll(List.of(named));
        });
    }
}
