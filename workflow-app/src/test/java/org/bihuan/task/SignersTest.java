package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** More people sign a task, or fewer: at a task that one person holds, and among those who sign together. */
@IntegrationTest
class SignersTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Signers signers;

    @Autowired
    Finishing finishing;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private SigningFixtures at(String taskKey) {
        return new SigningFixtures(context, taskKey);
    }

    @Nested
    class AtAHeldTask {

        SigningFixtures memo;
        long holder;
        long one;
        long other;

        @BeforeEach
        void prepare() {
            memo = at("reviewMemo");
            holder = memo.held();
            one = memo.person("甲");
            other = memo.person("乙");
        }

        @Test
        void whoSignsBeforeKeepsTheHolderWaiting() {
            memo.add(holder, SignerPlace.BEFORE, one, other);
            assertThat(memo.asked()).containsExactly("甲", "乙");
            refuses(() -> memo.complete(holder), "task.refused.signing.before", "甲、乙");

            memo.agree(one);
            refuses(() -> memo.complete(holder), "task.refused.signing.before", "乙");
            memo.sign(other, Vote.REJECT, "理由不足");
            memo.complete(holder);

            assertThat(memo.memos.family().told(memo.number)).hasValue("completed reviewMemo");
            assertThat(memo.record()).containsExactly("审核甲 signersBefore 甲、乙: 请把关", "甲 agreed", "乙 objected 理由不足");
        }

        @Test
        void whoSignsBesideKeepsTheHolderFromCompletingOnly() {
            memo.add(holder, SignerPlace.BESIDE, one);

            refuses(() -> memo.complete(holder), "task.refused.signing.beside", "甲");
            refuses(() -> memo.finish(holder), "task.refused.signing.beside", "甲");
            memo.add(holder, SignerPlace.BESIDE, other);
            memo.agree(one);
            memo.agree(other);
            memo.complete(holder);
            assertThat(memo.memos.open(memo.number)).contains("checkBudget");
        }

        @Test
        void whoSignsAfterIsAskedWhenTheHolderIsDone() {
            memo.add(holder, SignerPlace.AFTER, one, other);
            assertThat(memo.asked()).isEmpty();
            refuses(() -> memo.complete(holder), "task.refused.signing.after", "甲、乙");

            memo.finish(holder);
            assertThat(memo.asked()).containsExactly("甲", "乙");
            refuses(() -> memo.finish(holder), "task.refused.signing.sent", "甲、乙");
            refuses(() -> memo.complete(holder), "task.refused.signing.sent", "甲、乙");
            InboxFixtures.signIn(one);
            assertThat(finishing.sent(memo.taskId())).hasValue(Map.of("opinion", "拟同意"));
        }

        @Test
        void theLastOfThoseCompletesItForTheHolder() {
            memo.add(holder, SignerPlace.AFTER, one, other);
            memo.finish(holder);

            memo.agree(other);
            assertThat(memo.memos.open(memo.number)).containsExactly("reviewMemo");
            memo.agree(one);

            assertThat(memo.memos.family().told(memo.number)).hasValue("completed reviewMemo");
            assertThat(memo.record())
                    .containsExactly(
                            "审核甲 signersAfter 甲、乙: 请把关",
                            "审核甲 sentToSign 甲、乙",
                            "乙 agreed",
                            "甲 agreed",
                            "审核甲 completedBySigning");
            assertThat(memo.memos
                            .jdbc()
                            .queryForList(
                                    "select concat(kind, ' ', staff_id) from inbox_done where case_number = ? and task_key ="
                                            + " 'reviewMemo' order by id",
                                    String.class,
                                    memo.number.value()))
                    .containsExactly("SIGN " + other, "SIGN " + one, "TASK " + holder);
        }

        @Test
        void whatTheHolderAnsweredIsNotKeptLonger() {
            memo.add(holder, SignerPlace.AFTER, one);
            memo.finish(holder);
            memo.agree(one);

            assertThat(memo.memos
                            .jdbc()
                            .queryForObject(
                                    "select count(*) from task_signing where case_number = ? and answers is not null",
                                    Integer.class,
                                    memo.number.value()))
                    .isZero();
        }

        @Test
        void aRejectionGivesItBackAndAllSignAnewWhatComesNext() {
            memo.add(holder, SignerPlace.AFTER, one, other);
            memo.finish(holder);
            memo.agree(one);

            memo.sign(other, Vote.REJECT, "请补充依据");
            assertThat(memo.memos.open(memo.number)).containsExactly("reviewMemo");
            assertThat(memo.asked()).isEmpty();
            InboxFixtures.signIn(holder);
            assertThat(finishing.sent(memo.taskId())).as("nothing is lost").isPresent();
            refuses(() -> memo.agree(one), "task.refused.sign.returned");

            memo.finish(holder);
            assertThat(memo.asked()).containsExactly("甲", "乙");
            memo.agree(one);
            memo.agree(other);
            assertThat(memo.memos.open(memo.number)).contains("checkBudget");
        }

        @Test
        void ifTheHolderMayNotAnyMoreItStaysWithTheSignatureKept() {
            memo.add(holder, SignerPlace.AFTER, one);
            memo.finish(holder);
            memo.in(() -> memo.memos
                    .jdbc()
                    .update("update org_staff_post set valid_to = '2021-01-01' where staff_id = ?", holder));

            memo.agree(one);

            assertThat(memo.memos.open(memo.number)).containsExactly("reviewMemo");
            assertThat(memo.task().assigneeId()).isEqualTo(holder);
            assertThat(memo.record()).endsWith("甲 agreed", "甲 completionFailed");
            assertThat(memo.memos.family().told(memo.number)).hasValue("completed draftMemo");
        }

        @Test
        void withNobodyAfterItIsDoneAtOnce() {
            memo.finish(holder);

            assertThat(memo.memos.family().told(memo.number)).hasValue("completed reviewMemo");
        }

        @Test
        void whatWasSentIsForTheHolderAndThoseWhoSignOnly() {
            memo.add(holder, SignerPlace.AFTER, one);
            memo.finish(holder);

            for (long reader : List.of(other, memo.cast.reviewers().getLast())) {
                InboxFixtures.signIn(reader);
                assertThat(finishing.sent(memo.taskId())).isEmpty();
            }
            InboxFixtures.signIn(holder);
            assertThat(finishing.sent(memo.taskId())).isPresent();
        }

        @Test
        void onlyItsHolderAsksOthers() {
            assertThatThrownBy(() -> memo.add(one, SignerPlace.BEFORE, other)).isInstanceOf(NotYourTaskException.class);
            assertThatThrownBy(() -> memo.add(memo.cast.reviewers().getLast(), SignerPlace.BEFORE, other))
                    .isInstanceOfSatisfying(
                            AlreadyTakenException.class,
                            e -> assertThat(e.holderName()).isEqualTo("审核甲"));
            assertThatThrownBy(() -> memo.complete(one)).isInstanceOf(NotYourTaskException.class);
        }

        @Test
        void onlyWhoeverWorksInAPostAndDoesNotSignYetIsAsked() {
            long shut = memo.person("锁定");
            memo.in(() -> memo.memos.jdbc().update("update org_staff set enabled = false where id = ?", shut));
            long postless = memo.memos.people().person("无岗");
            memo.add(holder, SignerPlace.BESIDE, one);

            refuses(() -> memo.add(holder, SignerPlace.AFTER, one), "task.refused.signer.twice", "甲");
            refuses(() -> memo.add(holder, SignerPlace.AFTER, shut), "task.refused.signer.unfit");
            refuses(() -> memo.add(holder, SignerPlace.AFTER, postless), "task.refused.signer.unfit");
            refuses(() -> memo.add(holder, SignerPlace.AFTER, holder), "task.refused.signer.unfit");
            refuses(() -> memo.add(holder, SignerPlace.AFTER), "task.refused.signer.number", 20);
            memo.agree(one);
            memo.add(holder, SignerPlace.AFTER, one);
            assertThat(memo.ledger(memo.taskId())).containsExactly("甲 DECIDED", "甲 WAITING");
        }

        @Test
        void theHolderSparesWhomHeAsked() {
            memo.add(holder, SignerPlace.BEFORE, one);

            InboxFixtures.signIn(one);
            assertThatThrownBy(() -> signers.remove(memo.row(one), "不必")).isInstanceOf(CaseNotFoundException.class);
            InboxFixtures.signIn(holder);
            refuses(() -> signers.remove(memo.row(one), " "), "task.refused.reason.missing");
            assertThat(signers.removable(memo.taskId()))
                    .extracting(Signer::name)
                    .containsExactly("甲");
            signers.remove(memo.row(one), "出差");

            assertThat(memo.asked()).isEmpty();
            assertThat(memo.record()).endsWith("审核甲 signerRemoved 甲: 出差");
            refuses(() -> memo.agree(one), "task.refused.sign.gone");
            memo.complete(holder);
        }

        @Test
        void sparingTheLastWhoSignsAfterGivesItBack() {
            memo.add(holder, SignerPlace.AFTER, one);
            memo.finish(holder);

            signers.remove(memo.row(one), "出差");

            memo.complete(holder);
            assertThat(memo.memos.open(memo.number)).contains("checkBudget");
        }

        @Test
        void sparingOneWhoSignsAfterMayCompleteIt() {
            memo.add(holder, SignerPlace.AFTER, one, other);
            memo.finish(holder);
            memo.agree(one);

            InboxFixtures.signIn(holder);
            signers.remove(memo.row(other), "出差");

            assertThat(memo.memos.open(memo.number)).contains("checkBudget");
        }

        @Test
        void whoHasSignedIsNotRemoved() {
            memo.add(holder, SignerPlace.BEFORE, one);
            memo.agree(one);

            InboxFixtures.signIn(holder);
            refuses(() -> signers.remove(memo.row(one), "出差"), "task.refused.signer.decided", "甲");
        }
    }

    @Nested
    class AmongThoseWhoSignTogether {

        SigningFixtures memo;
        long added;

        @BeforeEach
        void prepare() {
            memo = at("signMemo");
            added = memo.person("加签人");
        }

        @Test
        void whoIsAddedBeforeSignsFirst() {
            memo.add(memo.signer(0), SignerPlace.BEFORE, added);
            assertThat(memo.asked()).containsExactly("会签乙", "会签丙", "加签人");
            refuses(() -> memo.agree(memo.signer(0)), "task.refused.sign.waits", "加签人");
            refuses(() -> memo.add(memo.signer(0), SignerPlace.AFTER, memo.person("他")), "task.refused.signer.notYet");

            memo.agree(added);
            assertThat(memo.asked()).containsExactly("会签甲", "会签乙", "会签丙");
            assertThat(memo.memos.open(memo.number)).containsExactly("signMemo");
        }

        @Test
        void whoIsAddedAfterSignsWhenTheOtherHas() {
            memo.add(memo.signer(0), SignerPlace.AFTER, added);
            memo.agree(memo.signer(1));
            memo.agree(memo.signer(2));
            assertThat(memo.asked()).containsExactly("会签甲");

            memo.agree(memo.signer(0));
            assertThat(memo.asked()).containsExactly("加签人");
            memo.agree(added);
            assertThat(memo.memos.family().told(memo.number)).hasValue("approved signMemo");
        }

        @Test
        void whoIsAddedBesideHasAVoteLikeAllOthers() {
            memo.add(memo.signer(0), SignerPlace.BESIDE, added);
            assertThat(memo.asked()).hasSize(4);
            memo.cast.signers().forEach(memo::agree);
            assertThat(memo.memos.open(memo.number)).containsExactly("signMemo");

            memo.sign(added, Vote.REJECT, "不妥");
            assertThat(memo.memos.family().told(memo.number)).hasValue("rejected signMemo");
        }

        @Test
        void nobodyHasTwoVotesAndOnlySignersAsk() {
            memo.agree(memo.signer(0));
            long outsider = memo.person("外人");

            refuses(
                    () -> memo.add(memo.signer(1), SignerPlace.BESIDE, memo.signer(0)),
                    "task.refused.signer.twice",
                    "会签甲");
            assertThatThrownBy(() -> memo.add(outsider, SignerPlace.BESIDE, added))
                    .isInstanceOf(NotYourTaskException.class);
            assertThatThrownBy(() -> memo.add(memo.signer(0), SignerPlace.BESIDE, added))
                    .isInstanceOf(NotYourTaskException.class);
        }

        @Test
        void sparingTheOneWhoIsMissingDecides() {
            memo.add(memo.signer(0), SignerPlace.BESIDE, added);
            long row = memo.row(added);
            memo.cast.signers().forEach(memo::agree);

            InboxFixtures.signIn(memo.signer(0));
            signers.remove(row, "多余");

            assertThat(memo.memos.family().told(memo.number)).hasValue("approved signMemo");
        }

        @Test
        void sparingTheOneBeforeAsksTheOtherAgain() {
            memo.add(memo.signer(0), SignerPlace.BEFORE, added);

            InboxFixtures.signIn(memo.signer(0));
            signers.remove(memo.row(added), "多余");

            assertThat(memo.asked()).containsExactly("会签甲", "会签乙", "会签丙");
        }

        @Test
        void whomTheProcessAsksOnlySomebodyAboveDismisses() {
            long leader = leaderAboveTheCase(memo);
            long row = memo.row(memo.signer(0));

            InboxFixtures.signIn(memo.signer(1));
            assertThatThrownBy(() -> signers.remove(row, "不来")).isInstanceOf(CaseNotFoundException.class);
            assertThatThrownBy(() -> signers.dismiss(row, "不来")).isInstanceOf(AccessDeniedException.class);
            InboxFixtures.signIn(memo.cast.starter());
            assertThatThrownBy(() -> signers.dismiss(row, "不来")).isInstanceOf(AccessDeniedException.class);
            InboxFixtures.signIn(leaderSomewhere(memo));
            assertThatThrownBy(() -> signers.dismiss(row, "不来")).isInstanceOf(CaseNotFoundException.class);
            InboxFixtures.signIn(leader);
            signers.dismiss(row, "长期病假");

            assertThat(memo.asked()).containsExactly("会签乙", "会签丙");
            assertThat(memo.record()).containsExactly("书记 signerRemoved 会签甲: 长期病假");
        }

        @Test
        void theLastIsNeverDismissed() {
            long leader = leaderAboveTheCase(memo);
            InboxFixtures.signIn(leader);
            signers.dismiss(memo.row(memo.signer(0)), "长期病假");
            signers.dismiss(memo.row(memo.signer(1)), "长期病假");

            refuses(() -> signers.dismiss(memo.row(memo.signer(2)), "长期病假"), "task.refused.signer.last", "会签丙");
            memo.agree(memo.signer(2));
            assertThat(memo.memos.family().told(memo.number)).hasValue("approved signMemo");
        }
    }

    @Nested
    class AmongThoseWhoSignInTurn {

        SigningFixtures memo;
        long one;
        long other;

        @BeforeEach
        void prepare() {
            memo = at("signInTurn");
            one = memo.person("甲");
            other = memo.person("乙");
        }

        @Test
        void whoIsAddedBeforeComesFirst() {
            memo.add(memo.signer(0), SignerPlace.BEFORE, one, other);

            assertThat(order()).containsExactly("甲", "乙", "会签甲", "会签乙", "会签丙");
        }

        @Test
        void whoIsAddedAfterComesNext() {
            memo.add(memo.signer(0), SignerPlace.AFTER, one, other);

            assertThat(order()).containsExactly("会签甲", "甲", "乙", "会签乙", "会签丙");
        }

        @Test
        void nobodySignsBeside() {
            refuses(() -> memo.add(memo.signer(0), SignerPlace.BESIDE, one), "task.refused.signer.besideInTurn");
        }

        @Test
        void theRowClosesWhereSomebodyIsRemoved() {
            long leader = leaderAboveTheCase(memo);
            InboxFixtures.signIn(leader);

            signers.dismiss(memo.row(memo.signer(1)), "长期病假");
            assertThat(memo.asked()).as("the third still waits for the first").containsExactly("会签甲");
            signers.dismiss(memo.row(memo.signer(0)), "长期病假");

            assertThat(order()).containsExactly("会签丙");
        }

        /** Lets everybody sign whose turn it is, until all have. */
        private List<String> order() {
            var order = new ArrayList<String>();
            while (memo.memos.open(memo.number).contains("signInTurn")) {
                List<String> asked = memo.asked();
                assertThat(asked).as("one at a time").hasSize(1);
                order.addAll(asked);
                memo.agree(memo.memos
                        .jdbc()
                        .queryForObject(
                                "select assignee_id from inbox_item where case_number = ? and kind = 'SIGN'",
                                Long.class,
                                memo.number.value()));
            }
            return order;
        }
    }

    /** The memo lies at a unit from now on, of which this person is the head. */
    private static long leaderAboveTheCase(SigningFixtures memo) {
        long post = memo.memos.people().post();
        memo.in(() -> {
            memo.memos.jdbc().update("update org_post set role = 'LEADER' where id = ?", post);
            memo.memos
                    .jdbc()
                    .update(
                            "update inbox_item set unit_path = (select u.path from org_unit u join org_post p on p.unit_id ="
                                    + " u.id where p.id = ?) where case_number = ?",
                            post,
                            memo.number.value());
        });
        return memo.memos.people().person("书记", post);
    }

    private static long leaderSomewhere(SigningFixtures memo) {
        long post = memo.memos.people().post();
        memo.in(() -> memo.memos.jdbc().update("update org_post set role = 'LEADER' where id = ?", post));
        return memo.memos.people().person("别处书记", post);
    }

    private static void refuses(Runnable deed, String reason, Object... values) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(TaskRefusedException.class, e -> {
            assertThat(e.reasonKey()).isEqualTo(reason);
            assertThat(e.values()).containsExactly(values);
        });
    }
}
