package org.bihuan.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WebhookTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

    private static final OutboxMessage MESSAGE =
            new OutboxMessage(1, "6f0c3d4e-0000-4000-8000-000000000001", "case-event", "{\"type\":\"事\"}", 1);

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private HttpServer server;
    private volatile int answer = 204;
    private volatile boolean slow;
    private volatile Headers headers = new Headers();
    private volatile String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            headers = exchange.getRequestHeaders();
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            if (slow) {
                // The head comes at once, the body never.
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().flush();
                try {
                    slowMayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } else {
                exchange.sendResponseHeaders(answer, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        slowMayEnd.countDown();
        server.stop(0);
    }

    @Nested
    class Deliver {

        @Test
        void postsTheMessageWithItsIdAndASignature() throws Exception {
            deliver(Duration.ofSeconds(5));

            assertThat(body).isEqualTo(MESSAGE.payload());
            assertThat(headers.getFirst("Bihuan-Message-Id")).isEqualTo(MESSAGE.messageId());
            assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json; charset=utf-8");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            String hmac =
                    HexFormat.of().formatHex(mac.doFinal(("1800000000." + body).getBytes(StandardCharsets.UTF_8)));
            assertThat(headers.getFirst("Bihuan-Signature")).isEqualTo("t=1800000000,v1=" + hmac);
        }

        @ParameterizedTest
        @CsvSource({
            "400, false",
            "401, false",
            "404, false",
            "429, true",
            "500, true",
            "503, true",
            "302, false",
            "307, false"
        })
        void takesAnythingButSuccessForAFailureAndFollowsNothing(int status, boolean down) {
            answer = status;

            assertThatThrownBy(() -> deliver(Duration.ofSeconds(5)))
                    .isInstanceOfSatisfying(DeliveryFailedException.class, e -> {
                        assertThat(e.code()).isEqualTo("HTTP_" + status);
                        assertThat(e.receiverDown()).isEqualTo(down);
                    });
            assertThat(calls).hasValue(1);
        }

        @Test
        void doesNotWaitForAnAnswerThatNeverEnds() {
            slow = true;

            assertThatThrownBy(() -> deliver(Duration.ofMillis(300)))
                    .isInstanceOfSatisfying(DeliveryFailedException.class, e -> {
                        assertThat(e.code()).isEqualTo("TIMEOUT");
                        assertThat(e.receiverDown()).isTrue();
                    });
        }

        @Test
        void saysThatNobodyIsThereAndArrivesWhenSomebodyIsAgain() throws Exception {
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            try (var gone = new Webhook(URI.create("http://127.0.0.1:" + port), SECRET, Duration.ofSeconds(5), CLOCK)) {
                assertThatThrownBy(() -> gone.deliver(MESSAGE)).hasMessage("UNREACHABLE");
            }
            assertThatCode(() -> deliver(Duration.ofSeconds(5))).doesNotThrowAnyException();
        }

        private void deliver(Duration longest) {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
            try (var webhook = new Webhook(url, SECRET, longest, CLOCK)) {
                webhook.deliver(MESSAGE);
            }
        }
    }

    @Nested
    class Settings {

        private final ApplicationContextRunner program = new ApplicationContextRunner()
                .withInitializer(context ->
                        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withUserConfiguration(WebhookConfiguration.class)
                .withBean(Clock.class, () -> CLOCK)
                .withBean(Outbox.class, () -> Mockito.mock(Outbox.class));

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void withoutAnAddressThereIsNoWebhook(String url) {
            program.withPropertyValues("bihuan.outbox.webhook.url=" + url)
                    .run(context -> assertThat(context)
                            .doesNotHaveBean(Receiver.class)
                            .doesNotHaveBean(CaseEventMessages.class));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://receiver.example/hook",
                    "http://127.0.0.1:8099/hook",
                    "http://[::1]:8099/",
                    "HTTPS://receiver.example"
                })
        void anAddressMakesOne(String url) {
            program.withPropertyValues("bihuan.outbox.webhook.url=" + url, "bihuan.outbox.webhook.secret=" + SECRET)
                    .run(context ->
                            assertThat(context).hasSingleBean(Receiver.class).hasSingleBean(CaseEventMessages.class));
        }

        @ParameterizedTest
        @CsvSource({
            "http://receiver.example/hook," + SECRET,
            "http://127.0.0.1.receiver.example/," + SECRET,
            "https://user:password@receiver.example/," + SECRET,
            "ftp://receiver.example/," + SECRET,
            "file:///etc/passwd," + SECRET,
            "receiver.example," + SECRET,
            "https://," + SECRET,
            "'https://a b'," + SECRET,
            "https://receiver.example/,''",
            "https://receiver.example/,short"
        })
        void refusesToStartWithABadAddressOrSecret(String url, String secret) {
            program.withPropertyValues("bihuan.outbox.webhook.url=" + url, "bihuan.outbox.webhook.secret=" + secret)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                            .message()
                            .doesNotContain("short"));
        }
    }
}
