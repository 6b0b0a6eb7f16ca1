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

/** The hours in which a person wants to hear of nothing outside of the program. */
@IntegrationTest
class QuietHoursTest {

    /** Tuesday, 10:00 in Qingdao. */
    private static final Instant MORNING = Instant.parse("2031-03-04T02:00:00Z");

    @Autowired
    ConfigurableApplicationContext context;

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
    void theQuietHoursTurnWhatComesInThemIntoOneMessage() {
        post.clock.set(Instant.parse("2031-03-04T14:00:00Z"));
        post.tell("inbox.assigned", "夜里一", wang);
        post.tell("task.urged", "夜里二", wang);
        post.relay();
        post.clock.set(Instant.parse("2031-03-04T23:29:59Z"));
        post.relay();
        assertThat(channel.sent).isEmpty();

        post.clock.set(Instant.parse("2031-03-04T23:30:00Z"));
        post.relay();

        assertThat(channel.sent)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("夜里一", "夜里二"));
    }

    @Test
    void urgentOnesBreakTheQuietOfWhoeverWantsThat() {
        post.prefer(wang, preferences(true, Map.of()));
        post.clock.set(Instant.parse("2031-03-04T14:00:00Z"));
        post.tell("inbox.assigned", "不急", wang);
        post.tell("task.urged", "急", wang);

        post.relay();

        assertThat(channel.sent)
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("闭环 催办:急"));
    }

    @Test
    void anAttemptThatFailsIntoTheQuietHoursWaitsForTheirEnd() {
        post.clock.set(Instant.parse("2031-03-04T12:59:59Z"));
        channel.failure = new DeliveryFailedException("UNREACHABLE", true);
        post.tell("inbox.assigned", "晚", wang);
        post.relay();
        channel.failure = null;
        post.clock.forward(Duration.ofMinutes(5));
        post.relay();
        assertThat(channel.sent).isEmpty();

        post.clock.set(Instant.parse("2031-03-04T23:30:00Z"));
        post.relay();

        assertThat(channel.sent).hasSize(1);
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
}
