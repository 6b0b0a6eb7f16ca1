package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.outbox.DeliveryFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class MailTest {

    private static final Instant MORNING = Instant.parse("2031-03-04T02:00:00Z");

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    SmtpSink sink;
    JavaMailSenderImpl server;
    MailChannel mail;
    Post post;
    long wang;

    @BeforeEach
    void prepare() throws Exception {
        sink = new SmtpSink();
        server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(sink.port());
        server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "3000");
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "3000");
        mail = new MailChannel(server, "bihuan@example.cn");
        post = new Post(context, MORNING, mail);
        wang = new InboxFixtures(context).person("王芳");
        transaction.executeWithoutResult(
                status -> jdbc.update("update org_staff set email = 'wang@example.cn' where id = ?", wang));
    }

    @AfterEach
    void stop() throws Exception {
        post.clear();
        sink.close();
    }

    @Test
    void arrivesAsPlainTextWithALink() throws Exception {
        post.tell("task.urged", "暴露垃圾\r\nBcc: someone@example.cn", "请尽快", wang);

        post.relay();

        assertThat(sink.mails()).hasSize(1);
        assertThat(sink.mails().getFirst().to()).isEqualTo("wang@example.cn");
        MimeMessage got = parse(sink.mails().getFirst().data());
        assertThat(got.getSubject()).isEqualTo("闭环 催办:暴露垃圾 Bcc: someone@example.cn");
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getFrom()[0]).hasToString("bihuan@example.cn");
        assertThat(got.getContentType()).startsWith("text/plain");
        assertThat((String) got.getContent()).contains("请尽快", "https://bihuan.example/errands/INBOX-2026-000007");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void waitsForAServerThatIsDownAndThenComesExactlyOnce() throws Exception {
        int port = sink.port();
        sink.close();
        post.tell("task.urged", "暴露垃圾", wang);
        for (int i = 0; i < 3; i++) {
            post.relay();
            post.clock.forward(Duration.ofMinutes(1));
        }
        assertThat(jdbc.queryForObject(
                        "select m.last_error from outbox_message m join notify_delivery d on d.message_id = m.message_id"
                                + " where d.staff_id = ?",
                        String.class,
                        wang))
                .isEqualTo("UNREACHABLE");

        sink = new SmtpSink(port);
        for (int i = 0; i < 3; i++) {
            post.clock.forward(Duration.ofMinutes(10));
            post.relay();
        }

        assertThat(sink.mails()).hasSize(1);
    }

    @Test
    void hasTheSameMessageIdAtEveryAttempt() throws Exception {
        var letter = new Letter(UUID.randomUUID().toString(), "s", "t", "u");

        mail.send("wang@example.cn", letter);
        mail.send("wang@example.cn", letter);

        assertThat(sink.mails()).hasSize(2);
        for (SmtpSink.Mail one : sink.mails()) {
            assertThat(parse(one.data()).getMessageID()).isEqualTo("<" + letter.id() + "@bihuan>");
        }
    }

    @Test
    void oneThatTheServerRefusesDoesNotMeanThatItIsDown() {
        assertThatThrownBy(() -> mail.send("nobody@example.cn", new Letter("1", "s", "t", "u")))
                .isInstanceOfSatisfying(DeliveryFailedException.class, e -> {
                    assertThat(e.code()).isEqualTo("REFUSED");
                    assertThat(e.receiverDown()).isFalse();
                });
    }

    @Test
    void whatIsNoAddressIsAFailureOfItsOwn() {
        assertThatThrownBy(() -> mail.send("a b@", new Letter("1", "s", "t", "u")))
                .isInstanceOfSatisfying(DeliveryFailedException.class, e -> {
                    assertThat(e.code()).isEqualTo("BAD_ADDRESS");
                    assertThat(e.receiverDown()).isFalse();
                });
    }

    private static MimeMessage parse(String data) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)));
    }
}
