package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.InboxFixtures;
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
            assertThat(letter.subject()).isEqualTo("闭环 有事项交给您:暴露垃圾");
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
    void aKindWithoutWordsIsTellingAllTheSame() {
        post.tell("task.neverHeardOf", "暴露垃圾", wang);
        post.relay();
        post.clock.forward(Duration.ofHours(4));
        post.relay();

        assertThat(channel.sent.getFirst().subject()).isEqualTo("闭环 有新进展:暴露垃圾");
    }

    private List<String> outcomes() {
        return jdbc.queryForList("select outcome from notify_delivery where staff_id = ?", String.class, wang);
    }
}
