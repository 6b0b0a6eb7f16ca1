package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bihuan.task.SuspensionTest.assertRefused;
import static org.bihuan.task.SuspensionTest.atOnce;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.Variable;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxTask;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class EscalationTest {

    @Autowired
    Escalation escalation;

    @Autowired
    EscalationSweep sweep;

    @Autowired
    Suspension suspension;

    @Autowired
    Extension extension;

    @Autowired
    Clock clock;

    private MemoFixtures memos;
    private ClockFixtures clocks;
    private MemoFixtures.Cast cast;
    private CaseNumber number;
    private long leaderPost;
    private long leader;
    private long upperPost;
    private Instant missed;

    @BeforeEach
    void aTaskBelowTwoLeaders(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        clocks = new ClockFixtures(memos);
        cast = memos.cast();
        number = memos.start(cast);
        upperPost = clocks.postAbove(cast.starterPost(), "LEADER");
        memos.people().person("区领导", upperPost);
        leaderPost = clocks.postBeside(cast.starterPost(), "LEADER");
        leader = memos.people().person("街道领导", leaderPost);
        memos.claim(number, "draftMemo", cast.starter());
        missed = clock.instant().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Telling {

        @Test
        void reachesTheNearestLeaderOnceAlthoughTwoNodesLook() throws Exception {
            late();

            atOnce(sweep::sweep);
            sweep.sweep();

            assertThat(told()).containsExactly(leaderPost);
            assertThat(clocks.deeds(number)).containsExactly("task.escalated");
            assertThat(memos.jdbc()
                            .queryForList(
                                    "select kind from notify_notice where staff_id = ? and case_number = ?",
                                    String.class,
                                    leader,
                                    number.value()))
                    .containsExactly("task.escalated");
        }

        @Test
        void leadsToThePageOfTheCase() {
            late();

            sweep.sweep();

            assertThat(memos.jdbc()
                            .queryForObject(
                                    "select form_key from inbox_item where case_number = ? and kind = 'ESCALATION'",
                                    String.class,
                                    number.value()))
                    .isEqualTo("memos");
        }

        @Test
        void leavesOutWhatIsInTime() {
            sweep.sweep();

            assertThat(told()).isEmpty();
        }

        @Test
        void goesUpAfterAWhileAndNoFurtherThanTheTop() {
            late();
            sweep.sweep();
            again();
            assertThat(told()).containsExactly(leaderPost, upperPost);

            again();

            assertThat(told()).containsExactly(leaderPost, upperPost);
            assertThat(memos.jdbc()
                            .queryForObject(
                                    "select max(escalate_at) from inbox_item where case_number = ?",
                                    Instant.class,
                                    number.value()))
                    .isNull();
            assertThat(clocks.deeds(number)).containsExactly("task.escalated", "task.escalated");
        }

        @Test
        void passesOverALeaderWhoHoldsTheTask() {
            clocks.change("update org_staff_post set staff_id = ? where post_id = ?", cast.starter(), leaderPost);
            late();

            sweep.sweep();

            assertThat(told()).containsExactly(upperPost);
        }

        @Test
        void passesOverALeaderWhoDoesNotSeeTheCase() {
            clocks.layBelow(number, cast.budgetPost(), upperPost);
            late();

            sweep.sweep();

            assertThat(told()).containsExactly(upperPost);
        }

        @Test
        void reachesTheDispatcherWhereNoLeaderIs() {
            clocks.change("delete from org_staff_post where post_id in (?, ?)", leaderPost, upperPost);
            long dispatching = clocks.postBeside(cast.starterPost(), "DISPATCHER");
            memos.people().person("指挥员", dispatching);
            late();

            sweep.sweep();

            assertThat(told()).containsExactly(dispatching);
        }

        @Test
        void doesNotReadMoreThanWhatIsDueToBeTold() {
            List<String> keys = memos.jdbc()
                    .query(
                            "explain format=traditional select id, task_id, escalate_at from inbox_item force index (inbox_item_escalate) where"
                                    + " suspended_at is null and escalate_at < '2020-01-01' order by escalate_at, id limit 100",
                            (row, n) -> row.getString("key") + " " + row.getString("Extra"));

            assertThat(keys)
                    .singleElement()
                    .asString()
                    .startsWith("inbox_item_escalate")
                    .doesNotContain("filesort");
        }

        private void again() {
            clocks.change(
                    "update inbox_item set escalate_at = ? where case_number = ? and kind = 'TASK'",
                    Timestamp.from(missed),
                    number.value());
            sweep.sweep();
        }
    }

    @Nested
    class AfterATaskThatRests {

        @Test
        void nobodyIsToldUntilItGoesOn() {
            late();
            suspension.suspend(number, Rest.Kind.RESTING, "等街道答复", null);
            sweep.sweep();
            assertThat(told()).isEmpty();

            suspension.resume(number, "");
            sweep.sweep();

            assertThat(told()).containsExactly(leaderPost);
        }
    }

    @Nested
    class WhatWasTold {

        @Test
        void goesWhenTheTaskGetsMoreTimeAndComesAgainWhenThatIsOver() {
            late();
            sweep.sweep();
            Instant later = clock.instant().plus(Duration.ofDays(3));
            long id = extension.ask(taskId(), later, "等材料");
            InboxFixtures.signIn(leader);

            extension.grant(id, later, "");

            assertThat(told()).isEmpty();
            assertThat(escalation.waiting(number)).isEmpty();
            missed = missed.plusSeconds(1);
            late();
            sweep.sweep();
            assertThat(told()).containsExactly(leaderPost);
        }

        @Test
        void goesWhenTheTaskIsDone() {
            late();
            sweep.sweep();

            memos.complete(number, "draftMemo", cast.starter());

            assertThat(told()).isEmpty();
        }

        @Test
        void isNotedByTheLeaderOnce() {
            late();
            sweep.sweep();
            InboxFixtures.signIn(leader);
            long id = escalation.waiting(number).getFirst().id();

            escalation.acknowledge(id, "请抓紧");

            assertThat(told()).isEmpty();
            assertThat(clocks.deeds(number)).containsExactly("task.escalated", "task.escalationNoted");
            assertThat(escalation.waiting(number)).isEmpty();
            assertRefused(() -> escalation.acknowledge(id, ""), "task.refused.escalation.noted");
        }

        @Test
        void isNotedByNobodyElse() {
            late();
            sweep.sweep();
            InboxFixtures.signIn(leader);
            long id = escalation.waiting(number).getFirst().id();

            InboxFixtures.signIn(memos.people().person("外地领导", clocks.postAbove(cast.budgetPost(), "LEADER")));

            assertThatThrownBy(() -> escalation.acknowledge(id, "")).isInstanceOf(CaseNotFoundException.class);
            assertThat(escalation.waiting(number)).isEmpty();
        }
    }

    @Nested
    class Models {

        private CaseNumber hurried;

        @BeforeEach
        void aModelThatSaysItsOwn(@Autowired ConfigurableApplicationContext context) {
            context.getBean(RepositoryService.class)
                    .createDeployment()
                    .name("hurriedMemo")
                    .enableDuplicateFiltering(true)
                    .addClasspathResource("task/hurried-memo.bpmn")
                    .deploy();
            hurried = memos.transaction().execute(status -> {
                CaseNumber number = memos.bean(CaseRegister.class)
                        .open(MemoFixtures.FAMILY, "MEMO", "加急件", null, null, "OPEN", cast.starter());
                memos.bean(CaseEngine.class)
                        .start(
                                "hurriedMemo",
                                number,
                                new Variable<String>("starterPost").is(String.valueOf(cast.starterPost())));
                return number;
            });
        }

        @Test
        void chooseTheShareAtWhichATaskWarns() {
            InboxTask task = memos.task(hurried, "draftHurried");

            assertThat(task.warnAt()).isCloseTo(half(task, task.dueAt()), within(2, ChronoUnit.SECONDS));
        }

        @Test
        void keepTheShareWhenTheTaskGetsMoreTime() {
            memos.claim(hurried, "draftHurried", cast.starter());
            Instant later = clock.instant().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
            long id = extension.ask(memos.task(hurried, "draftHurried").taskId(), later, "等材料");
            InboxFixtures.signIn(leader);

            extension.grant(id, later, "");

            InboxTask task = memos.task(hurried, "draftHurried");
            assertThat(task.warnAt()).isCloseTo(half(task, later), within(2, ChronoUnit.SECONDS));
        }

        private Instant half(InboxTask task, Instant due) {
            return memos.bean(WorkingCalendar.class).share(task.createdAt(), due, 0.5, List.of());
        }

        @Test
        void keepLatenessFromBeingTold() {
            clocks.change(
                    "update inbox_item set due_at = ?, warn_at = ? where case_number = ?",
                    Timestamp.from(missed),
                    Timestamp.from(missed),
                    hurried.value());

            sweep.sweep();

            assertThat(clocks.asked(hurried, "ESCALATION")).isEmpty();
        }
    }

    private void late() {
        clocks.late(number, "draftMemo", missed);
    }

    private List<Long> told() {
        return clocks.asked(number, "ESCALATION");
    }

    private String taskId() {
        return memos.task(number, "draftMemo").taskId();
    }
}
