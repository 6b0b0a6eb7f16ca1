package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.task.SuspensionTest.assertRefused;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.task.ExtensionRequest.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class ExtensionTest {

    @Autowired
    Extension extension;

    @Autowired
    Suspension suspension;

    @Autowired
    Clock clock;

    private MemoFixtures memos;
    private ClockFixtures clocks;
    private MemoFixtures.Cast cast;
    private CaseNumber number;
    private long reviewer;
    private long leaderPost;
    private long leader;
    private Instant later;

    @BeforeEach
    void aTaskOfAReviewerBelowALeader(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        clocks = new ClockFixtures(memos);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "reviewMemo");
        reviewer = cast.reviewers().getFirst();
        leaderPost = clocks.postAbove(cast.reviewPost(), "LEADER");
        leader = memos.people().person("街道领导", leaderPost);
        memos.claim(number, "reviewMemo", reviewer);
        later = memos.task(number, "reviewMemo").dueAt().plus(Duration.ofDays(3));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Asking {

        @Test
        void goesToTheListOfTheNearestLeaderAndLeavesTheDeadline() {
            Instant due = memos.task(number, "reviewMemo").dueAt();

            long id = ask();

            assertThat(clocks.asked(number, "EXTENSION")).containsExactly(leaderPost);
            assertThat(memos.jdbc()
                            .queryForObject(
                                    "select form_key from inbox_item where kind = 'EXTENSION' and ref_id = ?",
                                    String.class,
                                    id))
                    .isEqualTo("task/extension/" + id);
            assertThat(memos.task(number, "reviewMemo").dueAt()).isEqualTo(due);
            assertThat(clocks.deeds(number)).containsExactly("task.extensionAsked");
            assertThat(extension.of(number)).singleElement().satisfies(request -> {
                assertThat(request.proposedDue()).isEqualTo(later);
                assertThat(request.late()).isFalse();
            });
        }

        @Test
        void passesOverALeaderWhoAsksHimself() {
            long nearPost = clocks.postBeside(cast.reviewPost(), "LEADER");
            clocks.change(
                    "insert into org_staff_post (staff_id, post_id, valid_from) values (?, ?, '2020-01-01')",
                    reviewer,
                    nearPost);

            ask();

            assertThat(clocks.asked(number, "EXTENSION")).containsExactly(leaderPost);
        }

        @Test
        void goesToTheDispatcherWhereNoLeaderIs() {
            clocks.change("delete from org_staff_post where post_id = ?", leaderPost);
            long dispatching = clocks.postBeside(cast.reviewPost(), "DISPATCHER");
            memos.people().person("指挥员", dispatching);

            ask();

            assertThat(clocks.asked(number, "EXTENSION")).containsExactly(dispatching);
        }

        @Test
        void isRefusedWhereNobodyIsAbove() {
            clocks.change("delete from org_staff_post where post_id = ?", leaderPost);

            assertRefused(ExtensionTest.this::ask, "task.refused.extension.nobody");
        }

        @Test
        void isMarkedWhenTheTimeIsOver() {
            clocks.late(number, "reviewMemo", clock.instant().minusSeconds(60));

            ask();

            assertThat(extension.of(number)).singleElement().matches(ExtensionRequest::late);
        }

        @Test
        void isRefusedForAMomentThatIsNoMoreTime() {
            assertRefused(
                    () -> extension.ask(taskId(), clock.instant().minusSeconds(5), "等材料"),
                    "task.refused.extension.past");
            assertRefused(
                    () -> extension.ask(
                            taskId(), memos.task(number, "reviewMemo").dueAt(), "等材料"),
                    "task.refused.extension.earlier");
            assertRefused(() -> extension.ask(taskId(), later, " "), "task.refused.reason.missing");
        }

        @Test
        void isRefusedTwice() {
            ask();

            assertRefused(ExtensionTest.this::ask, "task.refused.extension.asked");
        }

        @Test
        void isForTheHolderOnly() {
            InboxFixtures.signIn(cast.starter());

            assertThatThrownBy(ExtensionTest.this::ask).isInstanceOf(NotYourTaskException.class);
        }

        @Test
        void isRefusedWhileTheCaseRests() {
            suspension.suspend(number, Rest.Kind.RESTING, "等街道答复", null);

            assertRefused(ExtensionTest.this::ask, "task.refused.resting", "等街道答复");
        }
    }

    @Nested
    class Granting {

        @Test
        void movesTheDeadlineEverywhere() {
            long id = ask();
            InboxFixtures.signIn(leader);

            extension.grant(id, later, "同意");

            assertThat(memos.task(number, "reviewMemo").dueAt()).isEqualTo(later);
            assertThat(clocks.engineDue(number, "reviewMemo")).isEqualTo(later);
            assertThat(clocks.timers(number))
                    .singleElement()
                    .satisfies(
                            timer -> assertThat(timer.getDuedate().toInstant()).isEqualTo(later));
            assertThat(clocks.asked(number, "EXTENSION")).isEmpty();
            assertThat(clocks.deeds(number)).containsExactly("task.extensionAsked", "task.extensionGranted");
            assertThat(extension.of(number)).singleElement().satisfies(request -> {
                assertThat(request.state()).isEqualTo(State.GRANTED);
                assertThat(request.grantedDue()).isEqualTo(later);
                assertThat(request.decidedBy()).isEqualTo(leader);
            });
            assertThat(memos.jdbc()
                            .queryForObject(
                                    "select count(*) from inbox_done where staff_id = ? and kind = 'EXTENSION'",
                                    Long.class,
                                    leader))
                    .isEqualTo(1);
        }

        @Test
        void mayGiveAnotherMoment() {
            long id = ask();
            InboxFixtures.signIn(leader);
            Instant other = later.minus(Duration.ofDays(1));

            extension.grant(id, other, "");

            assertThat(memos.task(number, "reviewMemo").dueAt()).isEqualTo(other);
        }

        @Test
        void letsTheHolderAskAgain() {
            long id = ask();
            InboxFixtures.signIn(leader);
            extension.grant(id, later, "");
            InboxFixtures.signIn(reviewer);
            later = later.plus(Duration.ofDays(1));

            ask();

            assertThat(extension.of(number))
                    .extracting(ExtensionRequest::state)
                    .containsExactly(State.GRANTED, State.ASKED);
        }

        @Test
        void isRefusedForAMomentThatIsOver() {
            long id = ask();
            InboxFixtures.signIn(leader);

            assertRefused(() -> extension.grant(id, clock.instant(), ""), "task.refused.extension.past");
        }

        @Test
        void isRefusedToWhoeverAsked() {
            long id = ask();
            clocks.change(
                    "insert into org_staff_post (staff_id, post_id, valid_from) values (?, ?, '2020-01-01')",
                    reviewer,
                    leaderPost);

            assertThatThrownBy(() -> extension.grant(id, later, "")).isInstanceOf(CaseNotFoundException.class);
            assertThatThrownBy(() -> extension.find(id)).isInstanceOf(CaseNotFoundException.class);
        }

        @Test
        void isRefusedToALeaderElsewhere() {
            long id = ask();
            InboxFixtures.signIn(memos.people().person("外地领导", clocks.postAbove(cast.budgetPost(), "LEADER")));

            assertThatThrownBy(() -> extension.grant(id, later, "")).isInstanceOf(CaseNotFoundException.class);
        }

        @Test
        void saysWhoDecidedBefore() {
            long id = ask();
            InboxFixtures.signIn(leader);
            extension.refuse(id, "不同意");

            assertRefused(() -> extension.grant(id, later, ""), "task.refused.extension.decided", "街道领导");
        }

        @Test
        void isRefusedWhileTheCaseRests() {
            long id = ask();
            InboxFixtures.signIn(leader);
            suspension.suspend(number, Rest.Kind.RESTING, "等街道答复", null);

            assertRefused(() -> extension.grant(id, later, ""), "task.refused.resting", "等街道答复");
        }

        @Test
        void isTooLateWhenTheTaskIsDone() {
            long id = ask();
            memos.complete(number, "reviewMemo", reviewer);
            InboxFixtures.signIn(leader);

            assertThatThrownBy(() -> extension.grant(id, later, "")).isInstanceOf(AlreadyTakenException.class);
            assertThat(clocks.asked(number, "EXTENSION")).isEmpty();
        }
    }

    @Test
    void refusingLeavesTheDeadlineAndNeedsAReason() {
        long id = ask();
        Instant due = memos.task(number, "reviewMemo").dueAt();
        InboxFixtures.signIn(leader);

        assertRefused(() -> extension.refuse(id, ""), "task.refused.reason.missing");
        extension.refuse(id, "来得及");

        assertThat(memos.task(number, "reviewMemo").dueAt()).isEqualTo(due);
        assertThat(clocks.deeds(number)).containsExactly("task.extensionAsked", "task.extensionRefused");
        assertThat(extension.of(number)).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(State.REFUSED);
            assertThat(request.words()).isEqualTo("来得及");
        });
    }

    @Test
    void anOldDeadlineOfATimerThatHadItsOwnStays() {
        Instant own = clock.instant().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);
        clocks.change(
                "update ACT_RU_JOB set DUEDATE_ = ? where ID_ = ?",
                Timestamp.from(own),
                clocks.timers(number).getFirst().getId());
        long id = ask();
        InboxFixtures.signIn(leader);

        extension.grant(id, later, "");

        assertThat(clocks.timers(number).getFirst().getDuedate().toInstant()).isEqualTo(own);
    }

    private long ask() {
        return extension.ask(taskId(), later, "等材料");
    }

    private String taskId() {
        return memos.task(number, "reviewMemo").taskId();
    }
}
