package org.bihuan.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class OutboxTest {

    @Autowired
    OutboxMapper mapper;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationContext program;

    private final Hand clock = new Hand();
    private Outbox outbox;

    @BeforeEach
    void empty() {
        transaction.executeWithoutResult(status -> jdbc.update("delete from outbox_message"));
        outbox = new Outbox(mapper, JsonMapper.shared(), clock);
    }

    @Nested
    class Put {

        @Test
        void needsATransaction() {
            assertThatThrownBy(() -> program.getBean(Outbox.class).put("t", "x"))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void leavesNothingWhenTheDeedRollsBack() {
            transaction.executeWithoutResult(status -> {
                outbox.put("t", "x");
                status.setRollbackOnly();
            });

            assertThat(outbox.lag()).isEqualTo(new OutboxLag(0, Duration.ZERO));
        }

        @Test
        void isNotDoneForEventsWhenNoReceiverIsConfigured() {
            assertThat(program.getBeansOfType(CaseEventMessages.class)).isEmpty();
            assertThat(program.getBean(OutboxRelay.class).hasReceivers()).isFalse();
            assertThat(program.getBean(RelayLoop.class).isRunning()).isFalse();
        }

        @Test
        void tellsOfAnEventWhatWhichAndWhenAndNothingElse() {
            var event = new Accepted(
                    new CaseRef("incident", new CaseNumber("SBQ-2026-000001")),
                    Actor.staff(7, "王一"),
                    Instant.parse("2026-11-22T01:02:03Z"),
                    "电话 13800001234");

            transaction.executeWithoutResult(status -> new CaseEventMessages(outbox).put(event));

            assertThat(jdbc.queryForObject("select payload from outbox_message", String.class))
                    .isEqualTo("{\"family\":\"incident\",\"caseNumber\":\"SBQ-2026-000001\","
                            + "\"type\":\"incident.accepted\",\"occurredAt\":\"2026-11-22T01:02:03Z\"}");
        }

        record Accepted(CaseRef caseRef, Actor actor, Instant occurredAt, String note) implements CaseEvent {}
    }

    @Nested
    class Relay {

        @Test
        void deliversOnce() {
            String id = put("a");
            var receiver = new Recorder();

            assertThat(relay(receiver).relay(() -> true)).isOne();
            assertThat(relay(receiver).relay(() -> true)).isZero();

            assertThat(receiver.ids()).containsExactly(id);
            assertThat(receiver.got.getFirst().payload()).isEqualTo("\"a\"");
            assertThat(outbox.lag().undelivered()).isZero();
        }

        @Test
        void twoNodesShareTheMessagesAndDeliverEachOnce() throws Exception {
            var ids = new ArrayList<String>();
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < 200; i++) {
                    ids.add(outbox.put("t", i).toString());
                }
            });
            var receiver = new Recorder();
            var start = new CyclicBarrier(4);
            Callable<Integer> node = () -> {
                start.await();
                int arrived = 0;
                for (int round; (round = relay(receiver).relay(() -> true)) > 0; ) {
                    arrived += round;
                }
                return arrived;
            };

            int arrived = 0;
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (var one : threads.invokeAll(java.util.Collections.nCopies(4, node))) {
                    arrived += one.get();
                }
            }
            // A node that found every row taken has stopped; whoever comes next finds the rest, if any.
            for (int round; (round = relay(receiver).relay(() -> true)) > 0; ) {
                arrived += round;
            }

            assertThat(arrived).isEqualTo(200);
            assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(ids);
        }

        @Test
        void holdsNoRowWhileItCalls() {
            put("a");
            var receiver = new Recorder() {
                @Override
                public void deliver(OutboxMessage message) {
                    super.deliver(message);
                    assertThat(org.springframework.transaction.support.TransactionSynchronizationManager
                                    .isActualTransactionActive())
                            .isFalse();
                    // Another connection changes the row at once, and another node sees nothing to take.
                    transaction.executeWithoutResult(status -> {
                        assertThat(jdbc.update("update outbox_message set last_error = 'x'"))
                                .isOne();
                        status.setRollbackOnly();
                    });
                    assertThat(relay(new Recorder()).relay(() -> true)).isZero();
                }
            };

            assertThat(relay(receiver).relay(() -> true)).isOne();
        }

        @Test
        void triesAgainLaterAndLaterUnderTheSameId() {
            String id = put("a");
            var receiver = new Recorder();
            receiver.failure = new DeliveryFailedException("HTTP_503", true);

            var pauses = new ArrayList<Long>();
            for (int i = 0; i < 12; i++) {
                assertThat(relay(receiver).relay(() -> true)).isZero();
                long pause = jdbc.queryForObject(
                        "select timestampdiff(second, ?, available_at) from outbox_message",
                        Long.class,
                        java.sql.Timestamp.from(clock.now));
                pauses.add(pause);
                clock.now = clock.now.plusSeconds(pause - 1);
                assertThat(relay(receiver).relay(() -> true)).isZero();
                clock.now = clock.now.plusSeconds(1);
            }
            assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L, 600L);
            assertThat(jdbc.queryForObject("select last_error from outbox_message", String.class))
                    .isEqualTo("HTTP_503");

            receiver.failure = null;
            assertThat(relay(receiver).relay(() -> true)).isOne();

            assertThat(receiver.ids()).hasSize(13).containsOnly(id);
            assertThat(receiver.got).extracting(OutboxMessage::attempt).last().isEqualTo(13);
        }

        @Test
        void callsAReceiverThatIsDownOnlyOnceARound() {
            put("a");
            put("b");
            var receiver = new Recorder();
            receiver.failure = new DeliveryFailedException("UNREACHABLE", true);

            relay(receiver).relay(() -> true);

            assertThat(receiver.got).hasSize(1);
            assertThat(jdbc.queryForList("select attempts from outbox_message order by id", Integer.class))
                    .containsExactly(1, 0);
        }

        @Test
        void letsOtherReceiversGoOnWhileOneIsDown() {
            put("a");
            transaction.executeWithoutResult(status -> outbox.put("t.other", "b"));
            var receiver = new Recorder() {
                @Override
                public void deliver(OutboxMessage message) {
                    super.deliver(message);
                    if (message.topic().equals("t")) {
                        throw new DeliveryFailedException("UNREACHABLE", true);
                    }
                }
            };

            assertThat(relay(receiver).relay(() -> true)).isOne();
        }

        @Test
        void neitherAnErrorInOneStopsTheOthers() {
            put("a");
            put("b");
            var receiver = new Recorder() {
                @Override
                public void deliver(OutboxMessage message) {
                    super.deliver(message);
                    if (message.payload().equals("\"a\"")) {
                        throw new IllegalStateException("a bug");
                    }
                }
            };

            assertThat(relay(receiver).relay(() -> true)).isOne();
            assertThat(jdbc.queryForObject(
                            "select last_error from outbox_message where delivered_at is null", String.class))
                    .isEqualTo("ERROR");
        }

        @Test
        void waitsAsLongAsTheReceiverWantsWithoutCallingThatAFailureOrALag() {
            String id = put("a");
            Instant morning = clock.now.plus(Duration.ofHours(9));
            var receiver = new Recorder() {
                @Override
                public void deliver(OutboxMessage message) {
                    super.deliver(message);
                    if (clock.now.isBefore(morning)) {
                        throw new DeliveryPostponedException(morning);
                    }
                }
            };

            assertThat(relay(receiver).relay(() -> true)).isZero();
            clock.now = morning.minusSeconds(1);
            assertThat(relay(receiver).relay(() -> true)).isZero();
            assertThat(receiver.got).hasSize(1);
            assertThat(outbox.lag()).isEqualTo(new OutboxLag(1, Duration.ZERO));
            clock.now = morning;
            assertThat(relay(receiver).relay(() -> true)).isOne();

            assertThat(receiver.ids()).containsExactly(id, id);
            assertThat(receiver.got).extracting(OutboxMessage::attempt).containsExactly(1, 1);
        }

        @Test
        void oneMessageThatIsRefusedDoesNotStopTheOthers() {
            put("a");
            put("b");
            var receiver = new Recorder() {
                @Override
                public void deliver(OutboxMessage message) {
                    super.deliver(message);
                    if (message.payload().equals("\"a\"")) {
                        throw new DeliveryFailedException("HTTP_400", false);
                    }
                }
            };

            assertThat(relay(receiver).relay(() -> true)).isOne();
        }

        @Test
        void anotherNodeTakesOverWhenOneDiedWithMessagesInHand() {
            String id = put("a");
            var dying = new Recorder() {
                @Override
                public void deliver(OutboxMessage message) {
                    super.deliver(message);
                    throw new AssertionError("killed");
                }
            };
            assertThatThrownBy(() -> relay(dying).relay(() -> true)).hasMessage("killed");
            var receiver = new Recorder();
            assertThat(relay(receiver).relay(() -> true)).isZero();

            clock.now = clock.now.plus(OutboxRelay.LEASE);
            assertThat(relay(receiver).relay(() -> true)).isOne();

            assertThat(receiver.ids()).containsExactly(id);
        }

        @Test
        void givesBackWhatItDoesNotGetToBeforeTheProgramStops() {
            put("a");
            var receiver = new Recorder();

            assertThat(relay(receiver).relay(() -> false)).isZero();
            assertThat(receiver.got).isEmpty();
            assertThat(relay(receiver).relay(() -> true)).isOne();
        }

        @Test
        void startsNoCallThatCouldOutliveTheLease() {
            for (int i = 0; i < OutboxRelay.BATCH; i++) {
                put("m" + i);
            }
            var slow = new Recorder() {
                @Override
                public void deliver(OutboxMessage message) {
                    super.deliver(message);
                    clock.now = clock.now.plusSeconds(60);
                }
            };

            relay(slow).relay(() -> true);

            assertThat(slow.got).hasSize(4);
        }

        @Test
        void keepsWhatNobodyReceives() {
            put("a");

            new OutboxRelay(
                            mapper,
                            new StaticListableBeanFactory(Map.of()).getBeanProvider(Receiver.class),
                            transaction,
                            clock)
                    .relay(() -> true);

            assertThat(jdbc.queryForObject("select last_error from outbox_message", String.class))
                    .isEqualTo("NO_RECEIVER");
        }
    }

    @Nested
    class Lag {

        @Test
        void countsWhatHasNotArrivedAndHowOldItIs() {
            put("a");
            clock.now = clock.now.plusSeconds(30);
            put("b");
            clock.now = clock.now.plusSeconds(12);

            assertThat(outbox.lag()).isEqualTo(new OutboxLag(2, Duration.ofSeconds(42)));
        }
    }

    @Nested
    class Sweeping {

        @Test
        void removesWhatArrivedAWeekAgoAndNothingElse() {
            put("old");
            relay(new Recorder()).relay(() -> true);
            clock.now = clock.now.plusSeconds(1);
            put("young");
            relay(new Recorder()).relay(() -> true);
            clock.now = clock.now.minus(Duration.ofDays(30));
            put("undelivered");
            clock.now = clock.now.plus(Duration.ofDays(37));

            new OutboxSweep(mapper, transaction, clock).sweep();

            assertThat(jdbc.queryForList("select payload from outbox_message order by id", String.class))
                    .containsExactly("\"young\"", "\"undelivered\"");
        }
    }

    private String put(String payload) {
        return transaction.execute(status -> outbox.put("t", payload)).toString();
    }

    private OutboxRelay relay(Receiver receiver) {
        return new OutboxRelay(
                mapper,
                new StaticListableBeanFactory(Map.of("receiver", receiver)).getBeanProvider(Receiver.class),
                transaction,
                clock);
    }

    private static class Recorder implements Receiver {

        final List<OutboxMessage> got = new CopyOnWriteArrayList<>();
        DeliveryFailedException failure;

        @Override
        public String topic() {
            return "t";
        }

        @Override
        public void deliver(OutboxMessage message) {
            got.add(message);
            if (failure != null) {
                throw failure;
            }
        }

        List<String> ids() {
            return got.stream().map(OutboxMessage::messageId).toList();
        }
    }

    private static class Hand extends Clock {

        private volatile Instant now = Instant.parse("2026-11-22T04:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
