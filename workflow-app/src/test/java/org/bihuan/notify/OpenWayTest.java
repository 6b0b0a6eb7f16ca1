package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.InboxFixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The program as an operator has it who opened mail; it ends with the test, because its relay takes all messages. */
@IntegrationTest
@DirtiesContext
class OpenWayTest {

    private static final SmtpSink SINK = sink();

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PreferenceStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void openMail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SINK::port);
        settings.add("bihuan.notify.mail.from", () -> "bihuan@example.cn");
        settings.add("bihuan.notify.base-url", () -> "https://bihuan.example");
    }

    @AfterAll
    static void close() throws IOException {
        SINK.close();
    }

    @Test
    void aNoticeReachesTheMailServerByItself() throws Exception {
        long wang = new InboxFixtures(context).person("王芳");
        transaction.executeWithoutResult(status -> {
            jdbc.update("update org_staff set email = 'wang@example.cn' where id = ?", wang);
            store.put(
                    wang,
                    new Preferences(LocalTime.MIN, LocalTime.MIN, false, List.of(LocalTime.NOON), "zh", Map.of()));
        });

        transaction.executeWithoutResult(status -> events.publishEvent(new Notice(
                "task.urged",
                Set.of(wang),
                new CaseRef("errand", new CaseNumber("INBOX-2026-000011")),
                "暴露垃圾",
                "",
                clock.instant())));

        assertThat(SINK.await(Duration.ofSeconds(30)))
                .hasValueSatisfying(mail -> assertThat(mail.to()).isEqualTo("wang@example.cn"));
    }

    private static SmtpSink sink() {
        try {
            return new SmtpSink();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
