package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.notify.Preferences.Choice;
import org.bihuan.org.Staff;
import org.bihuan.outbox.DeliveryFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the program, when, and in how many pieces. */
@IntegrationTest
class DigestTest {

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
    void whatMattersGoesAtOnceAndOnce() {
        post.tell("inbox.assigned", "暴露垃圾", wang);

        post.relay();
        post.relay();

        assertThat(channel.sent).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("闭环 有任务交给您:暴露垃圾");
            assertThat(letter.text()).contains("INBOX-2026-000007", "https://bihuan.example/account/notices");
            assertThat(letter.url()).isEqualTo("https://bihuan.example/errands/INBOX-2026-000007");
        });
    }

    @Test
    void nothingLeavesBeforeTheCommit() {
        transaction.executeWithoutResult(status -> {
            post.tell("inbox.assigned", "暴露垃圾", wang);
            status.setRollbackOnly();
        });

        post.relay();

        assertThat(channel.sent).isEmpty();
    }

    @Test
    void theRestComesInOneMessageAtTheNextTime() {
        post.tell("task.copied", "第一件", wang);
        post.relay();
        post.tell("inbox.arrived", "第二件", wang);
        post.relay();
        assertThat(channel.sent).isEmpty();

        post.clock.forward(Duration.ofHours(4));
        post.relay();
        post.relay();

        assertThat(channel.sent).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("闭环:2 条未读通知");
            assertThat(letter.text()).contains("第一件", "第二件");
            assertThat(letter.url()).isEqualTo("https://bihuan.example/notices");
        });
    }

    @Test
    void aDigestHoldsOnlyWhatCameSinceTheLast() {
        post.tell("task.copied", "第一件", wang);
        post.relay();
        post.clock.forward(Duration.ofHours(4));
        post.relay();
        post.tell("task.copied", "第二件", wang);
        post.relay();
        post.clock.forward(Duration.ofHours(20));
        post.relay();

        assertThat(channel.sent).hasSize(2);
        assertThat(channel.sent.getLast().text()).contains("第二件").doesNotContain("第一件");
    }

    @Test
    void whatWasReadInTheProgramIsNotSent() {
        post.tell("task.copied", "读过的", wang);
        post.tell("task.copied", "没读的", wang);
        post.relay();
        transaction.executeWithoutResult(status ->
                jdbc.update("update notify_notice set read_at = at where staff_id = ? and title = '读过的'", wang));

        post.clock.forward(Duration.ofHours(4));
        post.relay();

        assertThat(channel.sent)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("没读的").doesNotContain("读过的"));
        assertThat(outcomes()).containsExactlyInAnyOrder("READ", "SENT");
    }

    @Test
    void aFloodIsNotOneEvenWhereAllIsUrgent() {
        for (int i = 0; i < 8; i++) {
            post.tell("deadline.over", "第" + i + "件", wang);
        }
        post.relay();
        assertThat(channel.sent).hasSize(NoticeRouter.FLOOD);

        post.clock.forward(Duration.ofMinutes(10));
        post.relay();

        assertThat(channel.sent).hasSize(NoticeRouter.FLOOD + 1);
        assertThat(channel.sent.getLast().subject()).isEqualTo("闭环:3 条未读通知");
    }

    @Test
    void aLongDigestCountsTheRest() {
        for (int i = 0; i < 23; i++) {
            post.tell("task.copied", "第" + i + "件", wang);
        }
        post.relay();
        post.clock.forward(Duration.ofHours(4));
        post.relay();

        assertThat(channel.sent)
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text()).contains("第19件", "另有 3 条").doesNotContain("第20件"));
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

    @Test
    void aKindWithoutWordsIsTellingAllTheSame() {
        post.tell("task.neverHeardOf", "暴露垃圾", wang);
        post.relay();
        post.clock.forward(Duration.ofHours(4));
        post.relay();

        assertThat(channel.sent.getFirst().subject()).isEqualTo("闭环 有新进展:暴露垃圾");
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

    private static final class Recorder implements NoticeChannel {

        final List<Letter> tried = new ArrayList<>();
        final List<Letter> sent = new ArrayList<>();

        @Nullable String address = "somebody";

        @Nullable DeliveryFailedException failure;

        @Override
        public String key() {
            return "recorder";
        }

        @Override
        public boolean onlyUrgent() {
            return false;
        }

        @Override
        public Optional<String> address(Staff person) {
            return Optional.ofNullable(address);
        }

        @Override
        public void send(String to, Letter letter) {
            tried.add(letter);
            if (failure != null) {
                throw failure;
            }
            sent.add(letter);
        }
    }
}
