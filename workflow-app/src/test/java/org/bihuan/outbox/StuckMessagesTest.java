package org.bihuan.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.HandClock;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.org.ChangeLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class StuckMessagesTest {

    @Autowired
    ConfigurableApplicationContext program;

    @Autowired
    StuckMessageMapper mapper;

    @Autowired
    ChangeLog changes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    final HandClock clock = new HandClock(Instant.parse("2026-11-22T04:00:00Z"));
    final AtomicInteger calls = new AtomicInteger();
    boolean down = true;
    OutboxFixtures outbox;
    StuckMessages stuck;
    String id;

    final Receiver receiver = new Receiver() {
        @Override
        public String topic() {
            return "stuck";
        }

        @Override
        public void deliver(OutboxMessage message) {
            calls.incrementAndGet();
            if (down) {
                throw new DeliveryFailedException("HTTP_503", true);
            }
        }
    };

    @BeforeEach
    void stick() {
        outbox = new OutboxFixtures(program, clock);
        stuck = new StuckMessages(mapper, changes, clock);
        id = transaction.execute(status -> outbox.outbox().put("stuck", "x").toString());
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        transaction.executeWithoutResult(status -> jdbc.update("delete from outbox_message where topic = 'stuck'"));
    }

    @Test
    void showsWhatFailedFiveTimesAndWhy() {
        fail(4);
        assertThat(mine()).isEmpty();

        fail(1);

        assertThat(mine()).singleElement().satisfies(message -> {
            assertThat(message.error()).isEqualTo("HTTP_503");
            assertThat(message.attempts()).isEqualTo(5);
            assertThat(message.next()).isAfter(clock.instant());
        });
    }

    @Test
    void triesAgainAtOnceAndNotesWho() {
        fail(5);
        int before = calls.get();
        down = false;

        assertThat(decide(StuckMessages::retry)).isTrue();
        outbox.relay(receiver);

        assertThat(calls).hasValue(before + 1);
        assertThat(mine()).isEmpty();
        assertThat(noted()).containsExactly("message.retry");
        assertThat(decide(StuckMessages::retry)).isFalse();
    }

    @Test
    void givesUpForGoodAndNotesWhat() {
        fail(5);
        int before = calls.get();

        assertThat(decide(StuckMessages::giveUp)).isTrue();
        clock.forward(Duration.ofHours(1));
        outbox.relay(receiver);

        assertThat(calls).hasValue(before);
        assertThat(noted()).containsExactly("message.giveUp");
        assertThat(decide(StuckMessages::giveUp)).isFalse();
    }

    @Test
    void leavesAloneWhatANodeIsJustDelivering() {
        fail(5);
        long row = mine().getFirst().id();
        clock.forward(Duration.ofHours(1));
        transaction.executeWithoutResult(status -> program.getBean(OutboxMapper.class)
                .lease(List.of(row), clock.instant().plus(OutboxRelay.LEASE)));

        assertThat(decide(StuckMessages::retry)).isFalse();
        assertThat(decide(StuckMessages::giveUp)).isFalse();
        clock.forward(OutboxRelay.LEASE);
        assertThat(decide(StuckMessages::retry)).isTrue();
    }

    @Test
    void isForTheSystemAdministratorOnly() {
        InboxFixtures.signIn(new InboxFixtures(program).person("王芳"));

        assertThatThrownBy(() -> program.getBean(StuckMessages.class).giveUp(1))
                .isInstanceOf(AccessDeniedException.class);
    }

    private interface Decision {
        boolean on(StuckMessages messages, long id);
    }

    private boolean decide(Decision decision) {
        Long row = jdbc.queryForList("select id from outbox_message where message_id = ?", Long.class, id).stream()
                .findFirst()
                .orElse(-1L);
        return Boolean.TRUE.equals(transaction.execute(status -> decision.on(stuck, row)));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            clock.forward(Duration.ofMinutes(10));
            outbox.relay(receiver);
        }
    }

    private List<StuckMessage> mine() {
        return stuck.page(null, 1000).stream()
                .filter(message -> message.messageId().equals(id))
                .toList();
    }

    private List<String> noted() {
        return jdbc.queryForList("select what from org_change where subject = ?", String.class, id);
    }
}
