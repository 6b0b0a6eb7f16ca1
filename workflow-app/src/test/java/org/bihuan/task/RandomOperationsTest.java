package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.MemoFixtures.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * People do at random whatever they may with a memo, which has branches, a subprocess, a child process and joint signing.
 * After every step: the inbox has exactly the engine's open tasks, each once for each reader; everything done is in the
 * record; an open case has something to do. And in the end every case can be finished.
 */
@IntegrationTest
class RandomOperationsTest {

    private static final int STEPS = 40;

    @Autowired
    ConfigurableApplicationContext context;

    private MemoFixtures memos;
    private final List<String> history = new ArrayList<>();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946})
    void nothingIsLostAndTheCaseCanAlwaysBeFinished(long seed) throws Exception {
        memos = new MemoFixtures(context);
        var random = new Random(seed);
        Cast cast = memos.cast();
        CaseNumber number = memos.start(cast);
        long entries = memos.entries(number);
        for (int i = 0; i < STEPS && memos.isOpen(number); i++) {
            boolean done = step(random, cast, number);
            check(number);
            long now = memos.entries(number);
            assertThat(now).as("record, seed %s: %s", seed, history).isGreaterThanOrEqualTo(entries + (done ? 1 : 0));
            entries = now;
        }
        finish(cast, number);
        assertThat(memos.isOpen(number))
                .as("finished, seed %s: %s", seed, history)
                .isFalse();
        assertThat(memos.inboxTasks(number)).isEmpty();
    }

    /** Tries one thing; whether it was one that the record must tell. */
    private boolean step(Random random, Cast cast, CaseNumber number) throws Exception {
        List<Long> everybody = cast.everybody();
        long person = everybody.get(random.nextInt(everybody.size()));
        List<InboxTask> open = memos.openTasks(number);
        if (open.isEmpty()) {
            return fail("an open case without a task: %s", history);
        }
        InboxTask task = open.get(random.nextInt(open.size()));
        long other = everybody.get(random.nextInt(everybody.size()));
        String taskId = task.taskId();
        return switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                attempt("claim", person, task, () -> {
                    memos.bean(InboxService.class).claim(taskId);
                    return false;
                });
            case 3, 4, 5 ->
                attempt("complete", person, task, () -> {
                    memos.transaction()
                            .executeWithoutResult(status -> memos.family()
                                    .complete(memos.bean(InboxService.class).requireHolder(taskId), Map.of()));
                    return false;
                });
            case 6, 7 ->
                attempt("sign", person, task, () -> {
                    memos.signAs(number, person, random.nextInt(6) == 0 ? Vote.REJECT : Vote.AGREE);
                    return true;
                });
            case 8 ->
                attempt("returnPrevious", person, task, () -> {
                    memos.bean(Returning.class).toPrevious(taskId, "退回上一步");
                    return true;
                });
            case 9 ->
                attempt("returnChosen", person, task, () -> {
                    var targets = memos.bean(Returning.class).targets(taskId);
                    if (targets.isEmpty()) {
                        return false;
                    }
                    memos.bean(Returning.class)
                            .to(
                                    taskId,
                                    targets.get(random.nextInt(targets.size())).taskKey(),
                                    "退回所选环节");
                    return true;
                });
            case 10 ->
                attempt("takeBack", person, task, () -> {
                    var mine = memos.bean(TakingBack.class).mine(number);
                    if (mine.isEmpty()) {
                        return false;
                    }
                    memos.bean(TakingBack.class)
                            .takeBack(number, mine.getFirst().id(), "撤回");
                    return true;
                });
            case 11 ->
                attempt("transfer", person, task, () -> {
                    memos.bean(Transfer.class).transfer(taskId, other, "转办");
                    return true;
                });
            case 12 ->
                attempt("delegate", person, task, () -> {
                    memos.bean(Delegating.class).delegate(taskId, other, "委派");
                    return true;
                });
            case 13 ->
                attempt("addSigner", person, task, () -> {
                    SignerPlace place = List.of(SignerPlace.BEFORE, SignerPlace.BESIDE, SignerPlace.AFTER)
                            .get(random.nextInt(3));
                    memos.bean(Signers.class).add(taskId, place, List.of(other), "加签");
                    return true;
                });
            case 14 ->
                attempt("handBack", person, task, () -> {
                    memos.bean(Delegating.class).handBack(taskId, "已核实");
                    return true;
                });
            default ->
                attempt("rest", person, task, () -> {
                    memos.bean(Suspension.class).suspend(number, Rest.Kind.RESTING, "等材料", null);
                    check(number);
                    memos.bean(Suspension.class).resume(number, "材料已到");
                    return true;
                });
        };
    }

    private boolean attempt(String what, long person, InboxTask task, Callable<Boolean> deed) throws Exception {
        InboxFixtures.signIn(person);
        try {
            boolean told = deed.call();
            history.add(what + " " + task.taskKey() + " by " + person);
            return told;
        } catch (TaskRefusedException | NotYourTaskException | AlreadyTakenException | CaseNotFoundException e) {
            return false;
        }
    }

    private void check(CaseNumber number) {
        assertThat(memos.inboxTasks(number)).as("inbox and engine: %s", history).isEqualTo(memos.engineTasks(number));
        assertThat(memos.doubles(number)).as("rows twice: %s", history).isEmpty();
    }

    /** Everybody does what is asked, until nothing is left. */
    private void finish(Cast cast, CaseNumber number) {
        for (int i = 0; i < 200 && memos.isOpen(number); i++) {
            boolean moved = false;
            for (long person : cast.everybody()) {
                moved |= memos.doWhatIsAsked(number, person);
                check(number);
            }
            if (!moved && memos.isOpen(number)) {
                fail("nobody can go on: %s, open %s, waiting %s", history, memos.open(number), memos.rows(number));
            }
        }
    }
}
