package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Role;
import org.bihuan.org.StaffAdministration;
import org.bihuan.task.MemoFixtures.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The treasurer, the only one at his post, goes away for good while a memo lies with him. */
@IntegrationTest
class OrphansTest {

    @Autowired
    StaffAdministration administration;

    @Autowired
    Reassigning reassigning;

    @Autowired
    OrphanSweep sweep;

    @Autowired
    InboxQueries queries;

    @Autowired
    AuditLog audit;

    MemoFixtures memos;
    Cast cast;
    CaseNumber number;
    long head;

    @BeforeEach
    void aMemoAtTheTreasurer(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "checkBudget");
        memos.claim(number, "checkBudget", cast.budget());
        head = Heads.of(memos, "LEADER", cast.budgetPost());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsTheHeadOfTheUnitWhatADisabledAccountHeld() {
        administer(() -> administration.disable(cast.budget()));

        assertThat(task().assigneeId()).isNull();
        assertThat(shownTo(head)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(ItemKind.ORPHAN);
            assertThat(row.route()).isEqualTo("task/orphan/" + number);
            assertThat(row.dueAt()).isEqualTo(task().dueAt());
        });
        assertThat(audit.entries(number))
                .extracting(entry -> entry.eventType())
                .endsWith("task.holderGone", "task.orphaned");
    }

    @Test
    void showsItWhenThePostEnds() {
        administer(() -> administration.dismiss(cast.budget(), cast.budgetPost(), LocalDate.of(2021, 1, 1)));

        assertThat(task().assigneeId()).isNull();
        assertThat(shownTo(head)).hasSize(1);
    }

    @Test
    void takesItAwayAgainWhenSomebodyHoldsThePost() {
        administer(() -> administration.disable(cast.budget()));
        administer(() -> administration.enable(cast.budget()));

        assertThat(shownTo(head)).isEmpty();
        InboxFixtures.signIn(cast.budget());
        assertThat(queries.todo(InboxFilter.ALL, null, 25).items()).hasSize(1);
    }

    @Test
    void leavesWhatAColleagueOfThePostCanDoToHim() {
        long colleague = memos.people().person("出纳", cast.budgetPost());
        administer(() -> administration.disable(cast.budget()));

        assertThat(shownTo(head)).isEmpty();
        InboxFixtures.signIn(colleague);
        assertThat(queries.todo(InboxFilter.ALL, null, 25).items()).hasSize(1);
    }

    @Test
    void asksTheDispatcherWhereThereIsNoLeader() {
        Heads.dismiss(memos, head);
        long dispatcher = Heads.of(memos, "DISPATCHER", cast.budgetPost());

        administer(() -> administration.disable(cast.budget()));

        assertThat(shownTo(dispatcher)).hasSize(1);
    }

    @Test
    void showsItToTheNextOneWhenTheHeadGoesToo() {
        long dispatcher = Heads.of(memos, "DISPATCHER", cast.budgetPost());
        administer(() -> administration.disable(cast.budget()));
        assertThat(shownTo(dispatcher)).isEmpty();

        administer(() -> administration.disable(head));

        assertThat(shownTo(dispatcher)).hasSize(1);
    }

    @Test
    void theSweepFindsWhatRanOutByTheDateAndFindsNothingASecondTime() {
        Heads.dismiss(memos, cast.budget());

        settleMine();
        settleMine();

        assertThat(task().assigneeId()).isNull();
        assertThat(shownTo(head)).hasSize(1);
        InboxFixtures.signIn(head);
        assertThat(audit.entries(number))
                .filteredOn(entry -> entry.eventType().equals("task.orphaned"))
                .hasSize(1);
    }

    @Test
    void letsTheHeadGiveItToSomebodyOfTheSameRole() {
        long other = memos.people().person("代理会计", sibling());
        administer(() -> administration.disable(cast.budget()));
        InboxFixtures.signIn(head);
        Reassigning.Orphan orphan = reassigning.orphans(number).getFirst();
        assertThat(orphan.receivers())
                .extracting(receiver -> receiver.person().id())
                .contains(other, cast.starter())
                .doesNotContain(cast.budget());

        reassigning.reassign(orphan.task().taskId(), other, "原经办人离岗");

        assertThat(task().assigneeId()).isEqualTo(other);
        assertThat(shownTo(head)).isEmpty();
        assertThat(audit.entries(number).getLast().note()).isEqualTo("代理会计:原经办人离岗");
        memos.complete(number, "checkBudget", other);
    }

    @Test
    void refusesWhoIsNotTheHeadAndWhoCannotDoIt() {
        administer(() -> administration.disable(cast.budget()));
        String task = task().taskId();

        InboxFixtures.signIn(cast.legal());
        assertThatThrownBy(() -> reassigning.orphans(number)).isInstanceOf(CaseNotFoundException.class);
        assertThatThrownBy(() -> reassigning.reassign(task, cast.starter(), "换人"))
                .isInstanceOf(CaseNotFoundException.class);
        InboxFixtures.signIn(head);
        assertThatThrownBy(() -> reassigning.reassign(task, cast.budget(), "换人"))
                .isInstanceOf(TaskRefusedException.class);
    }

    /** A grid below the treasurer's, with a post of the same role. */
    private long sibling() {
        long post = memos.people().post();
        memos.transaction()
                .executeWithoutResult(status -> memos.jdbc()
                        .update(
                                "update org_unit u join org_post p on p.unit_id = u.id and p.id = ?"
                                        + " join org_post b on b.id = ? join org_unit a on a.id = b.unit_id"
                                        + " set u.path = concat(a.path, u.id, '/'), u.parent_id = a.id",
                                post,
                                cast.budgetPost()));
        return post;
    }

    private void settleMine() {
        SecurityContextHolder.clearContext();
        List<InboxTask> mine = sweep.suspects().stream()
                .filter(task -> task.caseNumber().equals(number.value()))
                .toList();
        assertThat(mine).isNotEmpty();
        mine.forEach(sweep::settle);
    }

    private static void administer(Runnable deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken("the program", null, "ROLE_" + Role.SECURITY_ADMINISTRATOR));
        deed.run();
    }

    private List<InboxItem> shownTo(long staffId) {
        InboxFixtures.signIn(staffId);
        return queries.todo(InboxFilter.ALL, null, 25).items();
    }

    private InboxTask task() {
        return memos.task(number, "checkBudget");
    }
}
