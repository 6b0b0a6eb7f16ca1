package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.TaskRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Several people sign the same task at the same moment. */
@IntegrationTest
class SigningRaceTest {

    private static final int ROUNDS = 5;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Signing signing;

    @Autowired
    Signers signers;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @RepeatedTest(ROUNDS)
    void theLastTwoAtOnceCompleteItOnce() throws Exception {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        memo.agree(memo.signer(0));

        assertThat(race(signing(memo, memo.signer(1), Vote.AGREE), signing(memo, memo.signer(2), Vote.AGREE)))
                .containsExactly("won", "won");

        assertThat(memo.memos.family().told(memo.number)).hasValue("approved signMemo");
        assertThat(memo.asked()).containsExactly("会签甲");
    }

    @RepeatedTest(ROUNDS)
    void aDoubleClickSignsOnce() throws Exception {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        Runnable agree = signing(memo, memo.signer(0), Vote.AGREE);

        assertThat(race(agree, agree)).containsExactlyInAnyOrder("won", "已由 会签甲");

        assertThat(memo.record()).containsExactly("会签甲 agreed");
    }

    @RepeatedTest(ROUNDS)
    void ofTwoWhoMayDecideAloneOneDoesAndTheOtherIsToldWho() throws Exception {
        SigningFixtures memo = new SigningFixtures(context, "signMemo").by("any");

        List<String> outcomes =
                race(signing(memo, memo.signer(0), Vote.AGREE), signing(memo, memo.signer(1), Vote.REJECT));

        boolean first = outcomes.getFirst().equals("won");
        assertThat(outcomes).containsExactlyInAnyOrder("won", first ? "已由 会签甲" : "已由 会签乙");
        assertThat(memo.memos.family().told(memo.number)).hasValue(first ? "approved signMemo" : "rejected signMemo");
    }

    @RepeatedTest(ROUNDS)
    void whoSignsWhileBeingRemovedHasSignedOrHasNot() throws Exception {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        long added = memo.person("加签人");
        memo.add(memo.signer(0), SignerPlace.BESIDE, added);
        long row = memo.row(added);

        List<String> outcomes =
                race(signing(memo, added, Vote.AGREE), acting(memo.signer(0), () -> signers.remove(row, "多余")));

        assertThat(outcomes)
                .containsOnlyOnce("won")
                .containsAnyOf("task.refused.sign.gone", "task.refused.signer.decided");
        assertThat(memo.ledger(memo.taskId()))
                .contains(outcomes.getFirst().equals("won") ? "加签人 DECIDED" : "加签人 REMOVED");
    }

    private Runnable signing(SigningFixtures memo, long staffId, Vote vote) {
        long row = memo.row(staffId);
        return acting(staffId, () -> signing.sign(row, vote, vote == Vote.REJECT ? "不同意" : ""));
    }

    private static Runnable acting(long staffId, Runnable deed) {
        return () -> {
            InboxFixtures.signIn(staffId);
            try {
                deed.run();
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
    }

    /** Lets both begin at the same moment; "won", or why not. */
    private static List<String> race(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<String> outcome : threads.invokeAll(List.of(racer(one, start), racer(other, start)))) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private static Callable<String> racer(Runnable deed, CyclicBarrier start) {
        return () -> {
            start.await(20, TimeUnit.SECONDS);
            try {
                deed.run();
                return "won";
            } catch (AlreadyTakenException e) {
                return "已由 " + e.holderName();
            } catch (TaskRefusedException e) {
                return e.reasonKey();
            }
        };
    }
}
