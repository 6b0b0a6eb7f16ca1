package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class InboxServiceTest {

    private static final int RIVALS = 8;

    private static final int RACES = 10;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    InboxService inbox;

    InboxFixtures errands;
    long post;
    long worker;
    long colleague;
    long stranger;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        post = errands.post();
        worker = errands.person("李强", post);
        colleague = errands.person("王芳", post);
        stranger = errands.person("赵敏", errands.post());
        InboxFixtures.signIn(worker);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Claim {

        @Test
        void tellsTheSecondWhoWasFirst() {
            String task = start();
            inbox.claim(task);

            InboxFixtures.signIn(colleague);
            assertThatThrownBy(() -> inbox.claim(task)).isInstanceOfSatisfying(AlreadyTakenException.class, e -> {
                assertThat(e.holderName()).isEqualTo("李强");
                assertThat(e.since()).isPresent();
            });
        }

        @Test
        void tellsWhoHasDoneItMeanwhile() {
            String task = start();
            inbox.claim(task);
            errands.complete(task);

            InboxFixtures.signIn(colleague);
            assertThatThrownBy(() -> inbox.claim(task))
                    .isInstanceOfSatisfying(
                            AlreadyTakenException.class,
                            e -> assertThat(e.holderName()).isEqualTo("李强"));
        }

        @Test
        void mayBePressedTwice() {
            String task = start();
            inbox.claim(task);

            inbox.claim(task);

            assertThat(errands.holder(task)).isEqualTo(worker);
        }

        @Test
        void refusesWhoHoldsNoneOfThePosts() {
            String task = start();

            InboxFixtures.signIn(stranger);
            assertThatThrownBy(() -> inbox.claim(task)).isInstanceOf(NotYourTaskException.class);
        }

        @Test
        void refusesAPostHeldNoLonger() {
            String task = start();
            errands.transaction()
                    .executeWithoutResult(status -> errands.jdbc()
                            .update("update org_staff_post set valid_to = '2021-01-01' where staff_id = ?", worker));

            assertThatThrownBy(() -> inbox.claim(task)).isInstanceOf(NotYourTaskException.class);
        }

        @Test
        void hasOneWinnerWhenEightTryAtOnceAndTellsTheOthersItsName() throws Exception {
            List<Long> rivals = new ArrayList<>();
            for (int i = 0; i < RIVALS; i++) {
                rivals.add(errands.person("对手" + i, post));
            }
            try (var threads = Executors.newFixedThreadPool(RIVALS)) {
                for (int race = 0; race < RACES; race++) {
                    String task = start();
                    var barrier = new CyclicBarrier(RIVALS);
                    List<Future<String>> outcomes = threads.invokeAll(rivals.stream()
                            .<Callable<String>>map(rival -> () -> tryToClaim(task, rival, barrier))
                            .toList());
                    List<String> told = new ArrayList<>();
                    for (Future<String> outcome : outcomes) {
                        told.add(outcome.get());
                    }
                    String name = "对手" + rivals.indexOf(errands.holder(task));
                    assertThat(told).containsOnlyOnce("won");
                    assertThat(told.stream().filter(outcome -> !outcome.equals("won")))
                            .hasSize(RIVALS - 1)
                            .containsOnly("taken by " + name);
                }
            }
        }

        private String tryToClaim(String task, long rival, CyclicBarrier barrier) throws Exception {
            InboxFixtures.signIn(rival);
            try {
                barrier.await();
                inbox.claim(task);
                return "won";
            } catch (AlreadyTakenException e) {
                return "taken by " + e.holderName();
            } finally {
                SecurityContextHolder.clearContext();
            }
        }
    }

    @Nested
    class Release {

        @Test
        void letsAColleagueTakeIt() {
            String task = start();
            inbox.claim(task);
            inbox.release(task);

            InboxFixtures.signIn(colleague);
            inbox.claim(task);

            assertThat(errands.holder(task)).isEqualTo(colleague);
        }

        @Test
        void refusesWhoDoesNotHoldIt() {
            String task = start();
            inbox.claim(task);

            InboxFixtures.signIn(colleague);
            assertThatThrownBy(() -> inbox.release(task)).isInstanceOf(AlreadyTakenException.class);
            InboxFixtures.signIn(stranger);
            assertThatThrownBy(() -> inbox.release(task)).isInstanceOf(NotYourTaskException.class);
        }
    }

    @Nested
    class RequireHolder {

        @Test
        void letsTheHolderGoOn() {
            String task = start();
            inbox.claim(task);

            inbox.requireHolder(task);
        }

        @Test
        void refusesATaskThatNobodyTook() {
            String task = start();

            assertThatThrownBy(() -> inbox.requireHolder(task)).isInstanceOf(NotYourTaskException.class);
        }

        @Test
        void tellsWhoDidATaskThatEndedAndWhen() {
            String task = start();
            inbox.claim(task);
            errands.complete(task);

            InboxFixtures.signIn(colleague);
            assertThatThrownBy(() -> inbox.requireHolder(task))
                    .isInstanceOfSatisfying(AlreadyTakenException.class, e -> {
                        assertThat(e.holderName()).isEqualTo("李强");
                        assertThat(e.since()).isPresent();
                    });
        }

        @Test
        void tellsAColleagueWhoHoldsIt() {
            String task = start();
            inbox.claim(task);

            InboxFixtures.signIn(colleague);
            assertThatThrownBy(() -> inbox.requireHolder(task))
                    .isInstanceOfSatisfying(
                            AlreadyTakenException.class,
                            e -> assertThat(e.holderName()).isEqualTo("李强"));
        }
    }

    private String start() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        return inbox.task(number, "runErrand").orElseThrow().taskId();
    }
}
