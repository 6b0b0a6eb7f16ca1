package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.notify.Preferences.Choice;
import org.bihuan.outbox.DeliveryFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the program for whom, and what does not. */
@IntegrationTest
class SendingTest {

    /** Tuesday, 10:00 in Qingdao. */
    private static final Instant MORNING = Instant.parse("2031-03-04T02:00:00Z");

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    final Recorder channel = new Recorder();
    Post post;
    long wang;

    @BeforeEach
    void prepare() {
        post = new Post(context, MORNING, channel);
        wang = new InboxFixtures(context).person("王芳");
    }

    @AfterEach
    void clear() {
        post.clear();
    }

    @Test
    void whoeverTurnedItOffMeanwhileIsLeftInPeace() {
        post.tell("task.copied", "不要了", wang);
        post.relay();
        post.prefer(wang, preferences(false, Map.of(new Choice(Topic.TALK, "recorder"), Manner.OFF)));

        post.clock.forward(Duration.ofHours(4));
        post.relay();

        assertThat(channel.sent).isEmpty();
        assertThat(outcomes()).containsExactly("OFF");
    }

    @Test
    void whoeverHasNoAddressIsNotTriedAgain() {
        channel.address = null;
        post.tell("inbox.assigned", "暴露垃圾", wang);

        post.relay();

        assertThat(channel.sent).isEmpty();
        assertThat(outcomes()).containsExactly("NO_ADDRESS");
    }

    @Test
    void anAccountThatIsShutIsSentNothing() {
        transaction.executeWithoutResult(
                status -> jdbc.update("update org_staff set enabled = false where id = ?", wang));
        post.tell("inbox.assigned", "暴露垃圾", wang);

        post.relay();

        assertThat(outcomes()).containsExactly("NO_ADDRESS");
    }

    @Test
    void failsAsOftenAsTheChannelDoesAndArrivesOnceUnderTheSameId() {
        channel.failure = new DeliveryFailedException("HTTP_503", true);
        post.tell("task.urged", "暴露垃圾", wang);
        for (int i = 0; i < 4; i++) {
            post.relay();
            post.clock.forward(Duration.ofMinutes(1));
        }
        assertThat(channel.tried).hasSizeGreaterThanOrEqualTo(3);

        channel.failure = null;
        post.clock.forward(Duration.ofMinutes(10));
        post.relay();
        post.relay();

        assertThat(channel.sent).hasSize(1);
        assertThat(channel.tried)
                .extracting(Letter::id)
                .containsOnly(channel.sent.getFirst().id());
    }

    @Test
    void numbersOfPeopleStayInTheProgram() {
        post.tell("task.urged", "暴露垃圾", "请给 13800138000 打电话", wang);
        post.tell("task.urged", "违停", "请快一点", wang);

        post.relay();

        assertThat(channel.sent).hasSize(2);
        assertThat(channel.sent.getFirst().text()).doesNotContain("13800138000");
        assertThat(channel.sent.getLast().text()).contains("请快一点");
    }

    @Test
    void speaksTheLanguageThatThePersonChose() {
        post.prefer(
                wang, new Preferences(LocalTime.MIN, LocalTime.MIN, false, List.of(LocalTime.NOON), "en", Map.of()));
        post.tell("task.urged", "暴露垃圾", wang);

        post.relay();

        assertThat(channel.sent.getFirst().subject()).isEqualTo("Bihuan Urged: 暴露垃圾");
    }

    private static Preferences preferences(boolean urgentAlways, Map<Choice, Manner> choices) {
        return new Preferences(
                LocalTime.of(21, 0),
                LocalTime.of(7, 30),
                urgentAlways,
                List.of(LocalTime.of(8, 30), LocalTime.of(14, 0)),
                "zh",
                choices);
    }

    private List<String> outcomes() {
        return jdbc.queryForList("select outcome from notify_delivery where staff_id = ?", String.class, wang);
    }
}
