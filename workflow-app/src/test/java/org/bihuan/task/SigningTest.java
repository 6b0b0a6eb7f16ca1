package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.rights.CaseParties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Several people decide a task together: all, any of them, a share, one after the other. */
@IntegrationTest
class SigningTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Signing signing;

    @Autowired
    InboxService inbox;

    @Autowired
    InboxQueries queries;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    Clock clock;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class AllTogether {

        @Test
        void findItInTheirInboxesAndNobodyTakesItAlone() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");

            assertThat(memo.asked()).containsExactly("会签甲", "会签乙", "会签丙");
            InboxFixtures.signIn(memo.signer(1));
            assertThat(queries.todo(InboxFilter.ALL, null, 25).items())
                    .extracting(InboxItem::route)
                    .containsExactly("task/sign/" + memo.row(memo.signer(1)) + "/" + memo.number);
            assertThat(queries.counts().total()).isEqualTo(1);
            assertThatThrownBy(() -> inbox.claim(memo.taskId()))
                    .isInstanceOfSatisfying(
                            TaskRefusedException.class,
                            e -> assertThat(e.reasonKey()).isEqualTo("inbox.refused.joint"));
        }

        @Test
        void areShownAtTheCase() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");
            memo.agree(memo.signer(0));

            assertThat(inbox.tasks(memo.number)).extracting(InboxTask::isJoint).containsExactly(true);
            assertThat(signing.of(memo.number))
                    .containsExactly(
                            new Signing.Progress(memo.taskId(), "signMemo", true, 1, 3, List.of("会签乙", "会签丙")));
            assertThat(memo.ledger(memo.taskId())).containsExactly("会签甲 DECIDED", "会签乙 ASKED", "会签丙 ASKED");
        }

        @Test
        void approveByTheLastSignature() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");
            String taskId = memo.taskId();

            memo.agree(memo.signer(2));
            memo.sign(memo.signer(0), Vote.ABSTAIN, "未参加讨论");
            assertThat(memo.memos.open(memo.number)).containsExactly("signMemo");
            memo.sign(memo.signer(1), Vote.AGREE, "同意购置");

            assertThat(memo.memos.family().told(memo.number)).hasValue("approved signMemo");
            assertThat(memo.memos.open(memo.number)).containsExactly("signInTurn");
            assertThat(memo.record()).containsExactly("会签丙 agreed", "会签甲 abstained 未参加讨论", "会签乙 agreed 同意购置");
            assertThat(memo.memos.successors(taskId))
                    .extracting(InboxTask::taskKey)
                    .containsExactly("signInTurn");
        }

        @Test
        void areAllHeardBeforeOneRejectionCounts() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");

            memo.sign(memo.signer(0), Vote.REJECT, "预算不足");
            memo.agree(memo.signer(1));
            assertThat(memo.memos.open(memo.number)).containsExactly("signMemo");
            memo.agree(memo.signer(2));

            assertThat(memo.memos.family().told(memo.number)).hasValue("rejected signMemo");
        }

        @Test
        void endAtTheFirstRejectionWhereOneMayVeto() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo").by("all,veto");
            String taskId = memo.taskId();

            memo.agree(memo.signer(0));
            memo.sign(memo.signer(1), Vote.REJECT, "预算不足");

            assertThat(memo.memos.family().told(memo.number)).hasValue("rejected signMemo");
            assertThat(memo.ledger(taskId)).containsExactly("会签甲 DECIDED", "会签乙 DECIDED", "会签丙 CLOSED");
            InboxFixtures.signIn(memo.signer(2));
            assertThat(queries.todo(InboxFilter.ALL, null, 25).items())
                    .extracting(InboxItem::taskKey)
                    .doesNotContain("signMemo");
        }

        @Test
        void findUnderWhatIsDoneWhatTheySigned() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo").by("any");
            memo.agree(memo.signer(0));

            InboxFixtures.signIn(memo.signer(0));
            assertThat(queries.done(InboxFilter.ALL, null, 25).items())
                    .extracting(item -> item.caseNumber() + " " + item.taskKey())
                    .containsExactly(memo.number + " signMemo");
        }
    }

    @Nested
    class TheFirst {

        @Test
        void decidesForAll() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo").by("any");

            memo.sign(memo.signer(0), Vote.ABSTAIN, "");
            assertThat(memo.memos.open(memo.number)).containsExactly("signMemo");
            memo.sign(memo.signer(1), Vote.REJECT, "不合规定");

            assertThat(memo.memos.family().told(memo.number)).hasValue("rejected signMemo");
        }

        @Test
        void isNamedToWhoeverComesSecond() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo").by("any");
            long late = memo.row(memo.signer(0));
            memo.agree(memo.signer(1));

            InboxFixtures.signIn(memo.signer(0));
            assertThatThrownBy(() -> signing.sign(late, Vote.AGREE, ""))
                    .isInstanceOfSatisfying(AlreadyTakenException.class, e -> {
                        assertThat(e.holderName()).isEqualTo("会签乙");
                        assertThat(e.since()).isPresent();
                    });
        }
    }

    @Test
    void aShareIsEnough() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo").by("ratio:60");

        memo.agree(memo.signer(0));
        memo.sign(memo.signer(1), Vote.REJECT, "不合规定");
        assertThat(memo.memos.open(memo.number)).containsExactly("signMemo");
        memo.agree(memo.signer(2));

        assertThat(memo.memos.family().told(memo.number)).hasValue("approved signMemo");
    }

    @Nested
    class InTurn {

        @Test
        void eachIsAskedWhenTheOneBeforeHasSigned() {
            SigningFixtures memo = new SigningFixtures(context, "signInTurn");
            assertThat(memo.asked()).containsExactly("会签甲");
            assertThatThrownBy(() -> memo.agree(memo.signer(2)))
                    .isInstanceOfSatisfying(TaskRefusedException.class, e -> {
                        assertThat(e.reasonKey()).isEqualTo("task.refused.sign.waits");
                        assertThat(e.values()).containsExactly("会签乙");
                    });

            memo.agree(memo.signer(0));
            assertThat(memo.asked()).containsExactly("会签乙");
            memo.agree(memo.signer(1));
            assertThat(memo.asked()).containsExactly("会签丙");
            memo.agree(memo.signer(2));

            assertThat(memo.memos.family().told(memo.number)).hasValue("approved signInTurn");
            assertThat(memo.memos.open(memo.number)).containsExactly("archiveMemo");
        }

        @Test
        void theOrderIsThatOfTheModel() {
            InboxFixtures people = new InboxFixtures(context);
            long early = people.post();
            long late = people.post();
            people.person("前", early);
            people.person("后", late);

            SigningFixtures memo = new SigningFixtures(context, "signInTurn", List.of(late, early));

            assertThat(memo.ledger(memo.taskId())).containsExactly("后 ASKED", "前 WAITING");
        }

        @Test
        void aRejectionEndsIt() {
            SigningFixtures memo = new SigningFixtures(context, "signInTurn");
            memo.agree(memo.signer(0));

            memo.sign(memo.signer(1), Vote.REJECT, "不合规定");

            assertThat(memo.memos.family().told(memo.number)).hasValue("rejected signInTurn");
        }
    }

    @Nested
    class Signatures {

        @Test
        void areGivenOnlyByWhomeverIsAsked() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");
            long row = memo.row(memo.signer(0));

            InboxFixtures.signIn(memo.signer(1));
            assertThatThrownBy(() -> signing.sign(row, Vote.AGREE, "")).isInstanceOf(CaseNotFoundException.class);
            assertThatThrownBy(() -> signing.own(row)).isInstanceOf(CaseNotFoundException.class);
            assertThat(signing.open(memo.number)).extracting(Signer::name).containsExactly("会签乙");
        }

        @Test
        void areGivenOnce() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");
            memo.agree(memo.signer(0));

            assertThatThrownBy(() -> memo.sign(memo.signer(0), Vote.REJECT, "改主意"))
                    .isInstanceOfSatisfying(
                            AlreadyTakenException.class,
                            e -> assertThat(e.holderName()).isEqualTo("会签甲"));
            assertThat(memo.record()).containsExactly("会签甲 agreed");
        }

        @Test
        void againstItNeedAReason() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");

            refuses(() -> memo.sign(memo.signer(0), Vote.REJECT, " "), "task.refused.reason.missing");
            refuses(() -> memo.sign(memo.signer(0), Vote.AGREE, "好".repeat(1001)), "task.refused.reason.long");
            assertThat(memo.asked()).hasSize(3);
        }

        @Test
        void letPeopleReadTheCase() {
            SigningFixtures memo = new SigningFixtures(context, "signInTurn");
            CaseParties parties = memo.memos.bean(CaseParties.class);
            long stranger = memo.person("外人");

            assertThat(parties.involves(memo.number, memo.signer(0))).isTrue();
            assertThat(parties.involves(memo.number, stranger)).isFalse();
            memo.add(memo.signer(0), SignerPlace.AFTER, stranger);
            assertThat(parties.involves(memo.number, stranger)).isFalse();
            memo.agree(memo.signer(0));
            assertThat(parties.involves(memo.number, stranger)).isTrue();
        }
    }

    @Nested
    class Beginning {

        @Test
        void asksEachPersonOnceWhateverPostsHeHolds() {
            InboxFixtures people = new InboxFixtures(context);
            long one = people.post();
            long two = people.post();
            people.person("双岗", one, two);
            people.person("单岗", two);

            SigningFixtures memo = new SigningFixtures(context, "signInTurn", List.of(one, two));

            assertThat(memo.ledger(memo.taskId())).containsExactly("双岗 ASKED", "单岗 WAITING");
        }

        @Test
        void leavesTheTaskToItsPostsWhereNobodyHoldsThem() {
            InboxFixtures people = new InboxFixtures(context);
            long vacant = people.post();

            SigningFixtures memo = new SigningFixtures(context, "signInTurn", List.of(vacant));

            assertThat(memo.asked()).isEmpty();
            assertThat(memo.task().posts()).containsExactly(vacant);
            long late = people.person("新任", vacant);
            memo.memos.complete(memo.number, "signInTurn", late);
            assertThat(memo.memos.open(memo.number)).containsExactly("archiveMemo");
        }

        @Test
        void tellsWhichUnitsCouldNotSign() {
            InboxFixtures people = new InboxFixtures(context);
            long vacant = people.post();
            long held = people.post();
            people.person("在岗", held);

            SigningFixtures memo = new SigningFixtures(context, "signInTurn", List.of(vacant, held));

            assertThat(memo.asked()).containsExactly("在岗");
            String unit = memo.memos
                    .jdbc()
                    .queryForObject(
                            "select u.name from org_unit u join org_post p on p.unit_id = u.id where p.id = ?",
                            String.class,
                            vacant);
            assertThat(memo.record()).last().isEqualTo(" signedWithout " + unit);
        }
    }

    @Nested
    class Returning {

        @Test
        void closesTheLedgerAndTheNextOneBeginsAnew() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");
            String first = memo.taskId();
            memo.agree(memo.signer(0));

            memo.moveTo("reviewMemo");
            assertThat(memo.asked()).isEmpty();
            assertThat(memo.ledger(first)).containsExactly("会签甲 DECIDED", "会签乙 CLOSED", "会签丙 CLOSED");
            assertThat(signing.of(memo.number)).isEmpty();
        }

        @Test
        void asksEverybodyAgainOnTheWayForward() {
            SigningFixtures memo = new SigningFixtures(context, "signMemo");
            memo.agree(memo.signer(0));
            long before = memo.row(memo.signer(1));

            memo.moveTo("signMemo");

            assertThat(memo.asked()).containsExactly("会签甲", "会签乙", "会签丙");
            InboxFixtures.signIn(memo.signer(1));
            assertThatThrownBy(() -> signing.sign(before, Vote.AGREE, "")).isInstanceOf(AlreadyTakenException.class);
            memo.cast.signers().forEach(memo::agree);
            assertThat(memo.memos.family().told(memo.number)).hasValue("approved signMemo");
        }
    }

    @Test
    void theListsStayInStepWithTheEngineAndTheCalendar() {
        InboxFixtures.signIn(new InboxFixtures(context).person("检查"));
        Map<Integer, Long> before = violations();
        SigningFixtures memo = new SigningFixtures(context, "signInTurn");
        assertThat(violations()).isEqualTo(before);

        memo.in(() -> memo.memos
                .jdbc()
                .update("delete from inbox_item where case_number = ? and kind = 'SIGN'", memo.number.value()));
        assertThat(violations().get(3)).isEqualTo(before.get(3) + 1);
    }

    private Map<Integer, Long> violations() {
        return invariants.stream()
                .filter(invariant -> invariant.getClass().getPackageName().equals("org.bihuan.inbox"))
                .collect(Collectors.toMap(
                        invariant -> invariant.meaning().number(),
                        invariant -> {
                            var findings = new Findings();
                            invariant.check(new CheckScope(clock.instant(), List.of(), List.of(), 0), findings);
                            return findings.count();
                        },
                        Long::sum));
    }

    private static void refuses(Runnable deed, String reason) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        e -> assertThat(e.reasonKey()).isEqualTo(reason));
    }
}
