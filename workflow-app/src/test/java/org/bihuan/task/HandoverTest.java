package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.Handover.OpenWork;
import org.bihuan.task.HandoverList.Line;
import org.bihuan.task.HandoverList.Outcome;
import org.bihuan.task.MemoFixtures.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class HandoverTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Handover handover;

    @Autowired
    Delegating delegating;

    @Autowired
    InboxService inbox;

    @Autowired
    AuditLog audit;

    MemoFixtures memos;
    Cast cast;
    long leaver;
    long heir;
    long leader;

    @BeforeEach
    void people() {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        leaver = cast.reviewers().getFirst();
        heir = cast.reviewers().getLast();
        leader = Heads.of(memos, "LEADER", cast.reviewPost());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void handsTwoHundredTasksOverInOneTransactionWithAListToSign() {
        List<CaseNumber> numbers = errands(200);
        InboxFixtures.signIn(leader);
        List<OpenWork> work = handover.openWork(leaver);
        Map<String, Long> plan = work.stream()
                .limit(150)
                .collect(Collectors.toMap(one -> one.task().taskId(), one -> heir));

        long id = handover.handOver(leaver, plan, "调往街道");

        assertThat(work).hasSize(200);
        assertThat(holders()).containsEntry(String.valueOf(heir), 150L).containsEntry("-", 50L);
        HandoverList list = handover.list(id);
        assertThat(list.staffName()).isEqualTo("审核甲");
        assertThat(list.handedByName()).isEqualTo("负责人");
        assertThat(list.lines()).extracting(Line::position).contains(1, 200).hasSize(200);
        assertThat(list.lines())
                .filteredOn(line -> line.outcome() == Outcome.GIVEN)
                .hasSize(150)
                .allSatisfy(line -> assertThat(line.receiverName()).isEqualTo("审核乙"));
        assertThat(memos.jdbc()
                        .queryForObject(
                                "select count(*) from audit_entry where event_type = 'task.handedOver' and actor_staff_id = ?",
                                Long.class,
                                leader))
                .isEqualTo(numbers.size());
        assertThat(handover.openWork(leaver)).isEmpty();
        assertThat(handover.made()).extracting(Handover.Made::id).containsExactly(id);
    }

    @Test
    void undoesAllWhenOneFails() {
        List<CaseNumber> numbers = errands(3);
        String last = numbers.getLast().value();
        var fault = new FullRecord(last);
        context.addApplicationListener(fault);
        InboxFixtures.signIn(leader);
        Map<String, Long> plan = new HashMap<>();
        handover.openWork(leaver).forEach(one -> plan.put(one.task().taskId(), heir));

        assertThatThrownBy(() -> handover.handOver(leaver, plan, "调往街道")).isInstanceOf(IllegalStateException.class);
        context.removeApplicationListener(fault);

        assertThat(holders()).containsOnly(Map.entry(String.valueOf(leaver), 3L));
        assertThat(memos.jdbc()
                        .queryForObject("select count(*) from task_handover where staff_id = ?", Long.class, leaver))
                .isZero();
    }

    @Test
    void givesWhatWasLentBackToItsOwnerAndWhatWasGivenOutANewOne() {
        CaseNumber lent = memos.start(cast);
        memos.goTo(lent, cast, "reviewMemo");
        memos.claim(lent, "reviewMemo", heir);
        delegating.delegate(memos.task(lent, "reviewMemo").taskId(), leaver, "请看");
        CaseNumber given = memos.start(cast);
        memos.goTo(given, cast, "reviewMemo");
        memos.claim(given, "reviewMemo", leaver);
        delegating.delegate(memos.task(given, "reviewMemo").taskId(), cast.starter(), "请看");
        InboxFixtures.signIn(leader);

        handover.handOver(leaver, Map.of(memos.task(given, "reviewMemo").taskId(), heir), "调往街道");

        assertThat(memos.task(lent, "reviewMemo").assigneeId()).isEqualTo(heir);
        assertThat(memos.task(lent, "reviewMemo").ownerId()).isNull();
        assertThat(memos.task(given, "reviewMemo").assigneeId()).isEqualTo(cast.starter());
        assertThat(memos.task(given, "reviewMemo").ownerId()).isEqualTo(heir);
    }

    @Test
    void givesATaskToNobodyWhoMayNotHaveIt() {
        errands(1);
        InboxFixtures.signIn(leader);
        String task = handover.openWork(leaver).getFirst().task().taskId();

        long id = handover.handOver(leaver, Map.of(task, cast.budget()), "调往街道");

        assertThat(handover.list(id).lines()).extracting(Line::outcome).containsExactly(Outcome.POSTS);
        assertThat(holders()).containsOnlyKeys("-");
    }

    @Test
    void isForTheLeaderAboveOnly() {
        errands(1);
        InboxFixtures.signIn(Heads.of(memos, "LEADER", cast.budgetPost()));
        assertThatThrownBy(() -> handover.openWork(leaver)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> handover.handOver(leaver, Map.of(), "调往街道")).isInstanceOf(AccessDeniedException.class);
        InboxFixtures.signIn(leaver);
        assertThatThrownBy(() -> handover.openWork(leaver)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void showsTheListToThoseConcernedAndNobodyElse() {
        errands(1);
        InboxFixtures.signIn(leader);
        String task = handover.openWork(leaver).getFirst().task().taskId();
        long id = handover.handOver(leaver, Map.of(task, heir), "调往街道");

        InboxFixtures.signIn(heir);
        assertThat(handover.list(id).lines()).hasSize(1);
        InboxFixtures.signIn(cast.budget());
        assertThatThrownBy(() -> handover.list(id)).isInstanceOf(CaseNotFoundException.class);
    }

    @Test
    void refusesWhenThereIsNothingOrNoReason() {
        InboxFixtures.signIn(leader);
        assertThatThrownBy(() -> handover.handOver(leaver, Map.of(), "调往街道"))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        e -> assertThat(e.reasonKey()).isEqualTo("task.refused.handover.nothing"));
        assertThatThrownBy(() -> handover.handOver(leaver, Map.of(), " "))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        e -> assertThat(e.reasonKey()).isEqualTo("task.refused.reason.missing"));
    }

    private List<CaseNumber> errands(int amount) {
        InboxFixtures.signIn(leaver);
        return java.util.stream.IntStream.range(0, amount)
                .mapToObj(i -> memos.people().start("跑腿 " + i, null, cast.reviewPost()))
                .peek(number -> inbox.claim(number, "runErrand"))
                .toList();
    }

    private Map<String, Long> holders() {
        return memos
                .jdbc()
                .queryForList(
                        "select coalesce(assignee_id, '-') from inbox_item where post_id = ? and family = 'errand'",
                        String.class,
                        cast.reviewPost())
                .stream()
                .collect(Collectors.groupingBy(holder -> holder, Collectors.counting()));
    }

    /** Fails at what is told of one case. */
    private static final class FullRecord implements ApplicationListener<PayloadApplicationEvent<TaskDeed>> {

        private final String number;

        private FullRecord(String number) {
            this.number = number;
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<TaskDeed> event) {
            if (event.getPayload().caseRef().number().value().equals(number)) {
                throw new IllegalStateException("The record is full");
            }
        }
    }
}
