package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFilter.Whose;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.org.Deputies;
import org.bihuan.task.MemoFixtures.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a deputy finds and does: the lawyer is away, and the treasurer does his memos. */
@IntegrationTest
class StandInTest {

    @Autowired
    Deputies deputies;

    @Autowired
    InboxQueries queries;

    @Autowired
    InboxService inbox;

    @Autowired
    Transfer transfer;

    @Autowired
    Delegating delegating;

    @Autowired
    AuditLog audit;

    @Autowired
    Clock clock;

    MemoFixtures memos;
    Cast cast;
    CaseNumber number;
    LocalDate today;

    @BeforeEach
    void aMemoAtTheLawyer(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "askLawyer");
        today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void findsTheAbsentPersonsTasksOfTheFamilyAndThoseThatArriveLater() {
        memos.people().start("跑腿", null, cast.legalPost());
        away(Set.of(MemoFixtures.FAMILY));

        InboxFixtures.signIn(cast.budget());
        assertThat(keys(InboxFilter.ALL)).containsExactlyInAnyOrder("askLawyer", "checkBudget");
        assertThat(queries.counts().total()).isEqualTo(2);
        CaseNumber later = memos.start(cast);
        memos.goTo(later, cast, "askLawyer");

        InboxFixtures.signIn(cast.budget());
        assertThat(keys(InboxFilter.ALL))
                .containsExactlyInAnyOrder("askLawyer", "checkBudget", "askLawyer", "checkBudget");
        assertThat(queries.counts().total()).isEqualTo(4);
        assertThat(keys(InboxFilter.ALL.withWhose(Whose.UNCLAIMED))).hasSize(4);
        assertThat(keys(InboxFilter.ALL.withWhose(Whose.MINE))).isEmpty();
    }

    @Test
    void findsEverythingWhenItHoldsForAllFamilies() {
        memos.people().start("跑腿", null, cast.legalPost());
        away(Set.of());

        InboxFixtures.signIn(cast.budget());
        assertThat(keys(InboxFilter.ALL)).containsExactlyInAnyOrder("askLawyer", "checkBudget", "runErrand");
        assertThat(queries.counts().total()).isEqualTo(3);
    }

    @Test
    void seesATaskOfAnOwnPostOnceWhateverElseMayTakeIt() {
        memos.people().start("两岗", null, cast.legalPost(), cast.budgetPost());
        away(Set.of(MemoFixtures.FAMILY));

        InboxFixtures.signIn(cast.budget());
        assertThat(keys(InboxFilter.ALL)).containsExactlyInAnyOrder("askLawyer", "checkBudget", "runErrand");
        assertThat(queries.counts().total()).isEqualTo(3);
    }

    @Test
    void takesATaskInTheAbsentPersonsPlace() {
        away(Set.of(MemoFixtures.FAMILY));

        memos.complete(number, "askLawyer", cast.budget());

        assertThat(memos.jdbc()
                        .queryForList(
                                "select for_staff_id from inbox_done where case_number = ? and task_key = 'askLawyer'",
                                Long.class,
                                number.value()))
                .containsExactly(cast.legal());
    }

    @Test
    void isNamedInTheRecordWithTheAbsentPerson() {
        away(Set.of());
        memos.claim(number, "askLawyer", cast.budget());

        transfer.transfer(memos.task(number, "askLawyer").taskId(), cast.starter(), "请补充合同");

        assertThat(lastDeed()).isEqualTo(Actor.staff(cast.budget(), "财务").actingFor(cast.legal(), "法制"));
    }

    @Test
    void actsInTheOwnRightWhereTheOwnPostSuffices() {
        away(Set.of());
        memos.claim(number, "checkBudget", cast.budget());

        transfer.transfer(memos.task(number, "checkBudget").taskId(), cast.starter(), "请补充合同");

        assertThat(lastDeed()).isEqualTo(Actor.staff(cast.budget(), "财务"));
    }

    @Test
    void goesOnWithWhatTheAbsentPersonHadTaken() {
        memos.claim(number, "askLawyer", cast.legal());
        away(Set.of(MemoFixtures.FAMILY));

        InboxFixtures.signIn(cast.budget());
        assertThat(queries.todo(InboxFilter.ALL, null, 25).items())
                .filteredOn(item -> item.taskKey().equals("askLawyer"))
                .extracting(InboxItem::assigneeId)
                .containsExactly(cast.legal());
        assertThat(queries.counts().total()).isEqualTo(2);
        assertThat(inbox.mayTakeOver(memos.task(number, "askLawyer"))).isTrue();
        memos.complete(number, "askLawyer", cast.budget());

        assertThat(memos.open(number)).contains("confirmLaw");
    }

    @Test
    void leavesOthersTasksAlone() {
        memos.claim(number, "askLawyer", cast.legal());

        assertThatThrownBy(() -> memos.claim(number, "askLawyer", cast.budget()))
                .isInstanceOf(NotYourTaskException.class);
        away(Set.of("incident"));
        assertThatThrownBy(() -> memos.claim(number, "askLawyer", cast.budget()))
                .isInstanceOf(NotYourTaskException.class);
        InboxFixtures.signIn(cast.budget());
        assertThat(keys(InboxFilter.ALL)).containsExactly("checkBudget");
    }

    @Test
    void keepsWhatADeputyTookFromTheAbsentPersonHimself() {
        away(Set.of());
        memos.claim(number, "askLawyer", cast.budget());

        assertThatThrownBy(() -> memos.claim(number, "askLawyer", cast.legal()))
                .isInstanceOf(AlreadyTakenException.class);
    }

    @Test
    void givesBackWhatWasTakenWhenItEnds() {
        away(Set.of());
        memos.claim(number, "askLawyer", cast.budget());
        memos.claim(number, "checkBudget", cast.budget());

        InboxFixtures.signIn(cast.legal());
        deputies.mine().forEach(one -> deputies.end(one.id()));

        assertThat(memos.task(number, "askLawyer").assigneeId()).isEqualTo(cast.legal());
        assertThat(memos.family().told(number)).contains("handedTo " + cast.legal());
        assertThat(memos.task(number, "checkBudget").assigneeId()).isEqualTo(cast.budget());
        InboxFixtures.signIn(cast.budget());
        assertThat(keys(InboxFilter.ALL)).containsExactly("checkBudget");
    }

    private void away(Set<String> families) {
        InboxFixtures.signIn(cast.legal());
        deputies.appoint(List.of(cast.budget()), families, today, today.plusDays(3), "年休假");
    }

    private List<String> keys(InboxFilter filter) {
        return queries.todo(filter, null, 25).items().stream()
                .map(InboxItem::taskKey)
                .toList();
    }

    private Actor lastDeed() {
        InboxFixtures.signIn(cast.legal());
        List<AuditEntry> entries = audit.entries(number);
        return entries.getLast().actor();
    }
}
