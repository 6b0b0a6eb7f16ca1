package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.PlaceFixtures;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Role;
import org.bihuan.org.UnitKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class UrgingTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Urging urging;

    @Autowired
    BulkUrge verb;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationEvents events;

    MemoFixtures memos;
    PlaceFixtures places;
    MemoFixtures.Cast cast;
    CaseNumber number;

    @BeforeEach
    void prepare() {
        memos = new MemoFixtures(context);
        places = new PlaceFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "reviewMemo");
        InboxFixtures.signIn(cast.starter());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsOnTheTaskAndTellsWhoeverMayTakeIt() {
        urging.urge(taskId("reviewMemo"), " 领导在等 ");

        assertThat(urgedRows()).isEqualTo(1);
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("task.urged");
            assertThat(notice.staffIds()).isEqualTo(new HashSet<>(cast.reviewers()));
            assertThat(notice.words()).isEqualTo("领导在等");
        });
        assertThat(audit.entries(number))
                .filteredOn(entry -> entry.eventType().equals("task.urged"))
                .singleElement()
                .extracting(AuditEntry::note)
                .isEqualTo("领导在等");
    }

    @Test
    void tellsOnlyTheHolderWhenThereIsOne() {
        memos.claim(number, "reviewMemo", cast.reviewers().getLast());
        InboxFixtures.signIn(cast.starter());

        urging.urge(taskId("reviewMemo"), "");

        assertThat(notices())
                .singleElement()
                .extracting(Notice::staffIds)
                .isEqualTo(Set.of(cast.reviewers().getLast()));
    }

    @Test
    void tellsThoseWhoHaveNotSignedYet() {
        InboxTask task = memos.task(number, "reviewMemo");
        memos.transaction()
                .executeWithoutResult(status -> memos.bean(OpenTasks.class)
                        .ask(task, ItemKind.SIGN, 7, "task/sign", cast.legal(), task.dueAt()));

        urging.urge(task.taskId(), "");

        assertThat(notices()).singleElement().extracting(Notice::staffIds).isEqualTo(Set.of(cast.legal()));
        assertThat(urgedRows()).isEqualTo(2);
    }

    @Test
    void isPossibleOnceInFourHoursForATask() {
        String task = taskId("reviewMemo");
        urging.urge(task, "");

        assertThatThrownBy(() -> urging.urge(task, "")).isInstanceOfSatisfying(TaskRefusedException.class, e -> {
            assertThat(e.reasonKey()).isEqualTo("task.urge.refused.soon");
            assertThat(e.values()).hasSize(1);
            assertThat(e.values()[0].toString()).matches("\\d\\d:\\d\\d");
        });

        memos.transaction()
                .executeWithoutResult(status -> memos.jdbc()
                        .update(
                                "update task_urge set urged_at = urged_at - interval 241 minute where task_id = ?",
                                task));
        urging.urge(task, "");
        assertThat(notices()).hasSize(2);
        assertThat(memos.jdbc()
                        .queryForObject(
                                "select max(urged_times) from inbox_item where task_id = ?", Integer.class, task))
                .isEqualTo(2);
    }

    @Test
    void refusesWhileTheCaseRests() {
        memos.transaction()
                .executeWithoutResult(status -> memos.jdbc()
                        .update(
                                "update inbox_item set suspended_at = utc_timestamp() where case_number = ?",
                                number.value()));

        assertRefused("task.urge.refused.rests", () -> urging.urge(taskId("reviewMemo"), ""));
    }

    @Test
    void refusesWhoeverHasTheTaskHimself() {
        CaseNumber own = memos.start(cast);
        memos.claim(own, "draftMemo", cast.starter());

        assertRefused(
                "task.urge.refused.own",
                () -> urging.urge(memos.task(own, "draftMemo").taskId(), ""));
    }

    @Test
    void saysThatATaskHasEnded() {
        String task = taskId("reviewMemo");
        memos.complete(number, "reviewMemo", cast.reviewers().getFirst());
        InboxFixtures.signIn(cast.starter());

        assertThatThrownBy(() -> urging.urge(task, "")).isInstanceOf(AlreadyTakenException.class);
    }

    @Test
    void ofACaseReachesAllItsBranchesThatWereLeftInPeace() {
        memos.goTo(number, cast, "askLawyer");
        InboxFixtures.signIn(cast.starter());
        urging.urge(taskId("checkBudget"), "");

        assertThat(urging.urgeCase(number, "两边都请抓紧")).isEqualTo(1);

        assertThat(notices()).last().extracting(Notice::staffIds).isEqualTo(Set.of(cast.legal()));
        assertRefused("task.urge.refused.soon", () -> urging.urgeCase(number, ""));
    }

    @Test
    void ofACaseWithoutOpenTaskIsRefused() {
        memos.transaction()
                .executeWithoutResult(
                        status -> memos.jdbc().update("delete from inbox_item where case_number = ?", number.value()));

        assertRefused("task.urge.refused.nothing", () -> urging.urgeCase(number, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "LEADER, true, true",
        "DISPATCHER, true, true",
        "LEADER, false, false",
        "STREET_CLERK, true, false",
        "GRID_WORKER, true, false"
    })
    void isForDispatchersAndLeadersAbove(Role role, boolean above, boolean may) {
        long street = places.unit(UnitKind.STREET, null);
        places.lay(number, places.unit(UnitKind.COMMUNITY, street));
        long somebody =
                memos.people().person("某人", places.post(above ? street : places.unit(UnitKind.STREET, null), role));
        InboxFixtures.signIn(somebody);

        assertThat(urging.may(number)).isEqualTo(may);
        if (may) {
            urging.urge(taskId("reviewMemo"), "");
            assertThat(notices()).hasSize(1);
        } else {
            String task = taskId("reviewMemo");
            assertThatThrownBy(() -> urging.urge(task, "")).isInstanceOf(CaseNotFoundException.class);
            assertThatThrownBy(() -> urging.urgeCase(number, "")).isInstanceOf(CaseNotFoundException.class);
        }
    }

    @Test
    void isOneOfTheVerbsForSeveralLateTasksAtOnce() {
        InboxTask task = memos.task(number, "reviewMemo");
        InboxItem late = memos.transaction().execute(status -> {
            OpenTasks open = memos.bean(OpenTasks.class);
            open.ask(task, ItemKind.ESCALATION, 3, "task/late", cast.starter(), task.dueAt());
            return open.asked(task, ItemKind.ESCALATION).getFirst();
        });

        assertThat(verb.fits(late)).isTrue();
        verb.apply(late, BulkVerb.Input.NONE);

        assertThat(notices()).hasSize(1);
        assertRefused("task.urge.refused.soon", () -> verb.apply(late, BulkVerb.Input.NONE));
    }

    @Test
    void refusesMoreThanAThousandCharacters() {
        assertRefused("task.urge.refused.long", () -> urging.urgeCase(number, "字".repeat(1001)));
    }

    private String taskId(String taskKey) {
        return memos.task(number, taskKey).taskId();
    }

    private long urgedRows() {
        return memos.jdbc()
                .queryForObject(
                        "select count(*) from inbox_item where case_number = ? and urged_at is not null",
                        Long.class,
                        number.value());
    }

    private List<Notice> notices() {
        return events.stream(Notice.class)
                .filter(notice -> notice.kind().equals("task.urged"))
                .toList();
    }

    private static void assertRefused(String reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        e -> assertThat(e.reasonKey()).isEqualTo(reason));
    }
}
