package org.bihuan.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class IdempotencyTest {

    private static final String CALLER = "staff:张三";

    @Autowired
    Idempotency idempotency;

    @Autowired
    IdempotencyMapper mapper;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final String key = SendKey.random().value();
    private final AtomicInteger deeds = new AtomicInteger();

    record Answer(String number, Instant at) {}

    @Nested
    class Once {

        @Test
        void givesTheFirstAnswerToARepeatedSending() {
            var answer = new Answer("SBQ-2026-000001", Instant.parse("2026-11-22T01:02:03Z"));

            assertThat(idempotency.once(key, CALLER, "content", Answer.class, () -> deed(answer)))
                    .isEqualTo(answer);
            assertThat(idempotency.once(
                            key, CALLER, "content", Answer.class, () -> deed(new Answer("other", Instant.EPOCH))))
                    .isEqualTo(answer);
            assertThat(deeds).hasValue(1);
            assertThat(sends()).isEqualTo(2);
        }

        @Test
        void refusesOtherContentUnderTheSameKey() {
            send("one");

            assertThatThrownBy(() -> send("other")).isInstanceOf(OtherContentException.class);
            assertThat(deeds).hasValue(1);
            assertThat(sends()).isEqualTo(1);
        }

        @Test
        void takesContentForTheSameWhateverTheOrderOfItsFields() {
            var there = new LinkedHashMap<String, Object>(Map.of("a", 1));
            there.put("b", List.of("x", "y"));
            var andBack = new LinkedHashMap<String, Object>();
            andBack.put("b", List.of("x", "y"));
            andBack.put("a", 1);

            send(there);
            send(andBack);

            assertThat(deeds).hasValue(1);
        }

        @Test
        void keepsTheKeysOfDifferentCallersApart() {
            idempotency.once(key, "resident", "one", String.class, () -> deed("resident"));

            assertThat(idempotency.once(key, CALLER, "other", String.class, () -> deed("staff")))
                    .isEqualTo("staff");
        }

        @Test
        void tellsKeysApartThatDifferInCapitalsOnly() {
            idempotency.once("a" + key, CALLER, "c", String.class, () -> deed("a"));

            assertThat(idempotency.once("A" + key, CALLER, "c", String.class, () -> deed("A")))
                    .isEqualTo("A");
        }

        @Test
        void leavesNothingOfAnActionThatFails() {
            assertThatThrownBy(() -> idempotency.once(key, CALLER, "c", String.class, () -> {
                        idempotency.once("inner" + key, CALLER, "c", String.class, () -> "inner");
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");

            assertThat(jdbc.queryForList("select send_key from idempotency_key where send_key like ?", "%" + key))
                    .isEmpty();
            assertThat(send("corrected")).isEqualTo("done 1");
        }

        @Test
        void leavesNothingWhenTheCallersTransactionRollsBack() {
            transaction.executeWithoutResult(status -> {
                send("c");
                status.setRollbackOnly();
            });

            assertThat(idempotency.answer(key, CALLER, String.class)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "a b",
                    "schlüssel",
                    "键",
                    "tab\t",
                    "nul\u0000",
                    "12345678901234567890123456789012345678901234567890123456789012345"
                })
        void refusesWhatIsNoKey(String text) {
            assertThatThrownBy(() -> idempotency.once(text, CALLER, "c", String.class, () -> deed("")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(deeds).hasValue(0);
        }
    }

    @Nested
    class Twins {

        @Test
        void waitForTheFirstAndGetItsAnswer() throws Exception {
            List<String> answers = race(() -> send("same"));

            assertThat(answers).hasSize(8).containsOnly("done 1");
            assertThat(deeds).hasValue(1);
            assertThat(sends()).isEqualTo(8);
        }

        @Test
        void goOnWhenTheFirstFails() throws Exception {
            List<String> answers = race(() -> idempotency.once(key, CALLER, "same", String.class, () -> {
                int number = deeds.incrementAndGet();
                if (number <= 3) {
                    throw new IllegalStateException("failed");
                }
                return "done " + number;
            }));

            assertThat(answers).filteredOn("failed"::equals).hasSize(3);
            assertThat(answers).filteredOn("done 4"::equals).hasSize(5);
        }

        private List<String> race(Callable<String> sending) throws Exception {
            var start = new CyclicBarrier(8);
            Callable<String> outcome = () -> {
                start.await();
                for (int tries = 0; ; tries++) {
                    try {
                        return sending.call();
                    } catch (IllegalStateException e) {
                        return e.getMessage();
                    } catch (ConcurrencyFailureException e) {
                        // Several that wait for one that fails may deadlock; TxRetry does this for people.
                        assertThat(tries).isLessThan(8);
                    }
                }
            };
            var answers = new ArrayList<String>();
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, outcome))) {
                    answers.add(answer.get());
                }
            }
            return answers;
        }
    }

    @Nested
    class Sweeping {

        @Test
        void forgetsKeysAfterADayAndNoneBefore() {
            Instant now = Instant.parse("2020-02-02T00:00:00Z");
            for (int i = 0; i < 1100; i++) {
                take("old" + i + key, now.minus(Duration.ofHours(24)).minusSeconds(1));
            }
            take("young" + key, now.minus(Duration.ofHours(24)));

            new IdempotencySweep(mapper, transaction, Clock.fixed(now, ZoneOffset.UTC), Duration.ofHours(24)).sweep();

            assertThat(jdbc.queryForList(
                            "select send_key from idempotency_key where created_at < '2020-02-03'", String.class))
                    .containsExactly("young" + key);
            transaction.executeWithoutResult(
                    status -> jdbc.update("delete from idempotency_key where created_at < '2020-02-03'"));
        }

        private void take(String name, Instant at) {
            transaction.executeWithoutResult(status -> mapper.take("sweep", name, new byte[32], at));
        }
    }

    private String send(Object content) {
        return idempotency.once(key, CALLER, content, String.class, () -> deed("done " + (deeds.get() + 1)));
    }

    private <T> T deed(T answer) {
        deeds.incrementAndGet();
        return answer;
    }

    private int sends() {
        return jdbc.queryForObject(
                "select sends from idempotency_key where caller = ? and send_key = ?", Integer.class, CALLER, key);
    }
}
