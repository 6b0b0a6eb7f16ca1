package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.bihuan.org.Staff;
import org.bihuan.outbox.DeliveryFailedException;
import org.bihuan.outbox.OutsideCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpChannelTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600);

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final Letter LETTER = new Letter("id-1", "闭环 催办:\"垃圾\" {phone}", "一\n二", "https://bihuan.example/x");

    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private volatile Headers headers = new Headers();
    private volatile String body = "";
    private volatile @Nullable String query;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            headers = exchange.getRequestHeaders();
            query = exchange.getRequestURI().getRawQuery();
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Nested
    class Calling {

        @Test
        void aGatewayGetsPhoneSubjectAndAddressSigned() {
            send(HttpKind.GENERIC, "0123456789abcdef", HttpKind.GENERIC.template());

            JsonNode got = JsonMapper.shared().readTree(body);
            assertThat(got.path("phone").asString()).isEqualTo("13800138000");
            assertThat(got.path("subject").asString()).isEqualTo(LETTER.subject());
            assertThat(got.path("url").asString()).isEqualTo(LETTER.url());
            assertThat(headers.getFirst("Bihuan-Message-Id")).isEqualTo("id-1");
            assertThat(headers.getFirst("Bihuan-Signature")).matches("t=1767225600,v1=[0-9a-f]{64}");
        }

        @Test
        void theSignatureIsTheOneThatOthersReckon() {
            // printf '1767225600.{}' | openssl dgst -sha256 -hmac 0123456789abcdef
            send(HttpKind.GENERIC, "0123456789abcdef", "{}");

            assertThat(headers.getFirst("Bihuan-Signature"))
                    .isEqualTo("t=1767225600,v1=99902517b3069f78750aa0520b0493482454c2d30a579c7acc839f3363ca1b88");
        }

        @Test
        void aWecomRobotGetsATextThatMentionsThePerson() {
            send(HttpKind.WECOM, "", HttpKind.WECOM.template());

            assertThat(JsonMapper.shared().readTree(body))
                    .isEqualTo(JsonMapper.shared()
                            .readTree("{\"msgtype\":\"text\",\"text\":{\"content\":\"闭环 催办:\\\"垃圾\\\" {phone}\\n"
                                    + "https://bihuan.example/x\",\"mentioned_mobile_list\":[\"13800138000\"]}}"));
            assertThat(query).isEqualTo("key=k");
            assertThat(headers.containsKey("Bihuan-Signature")).isFalse();
        }

        @Test
        void aDingtalkRobotGetsTimeAndSignInTheAddress() {
            // printf '1767225600000\nSEC000000000000000000000' | openssl dgst -sha256 -hmac SEC000000000000000000000
            // -binary | base64, and that encoded for an address
            send(HttpKind.DINGTALK, "SEC000000000000000000000", HttpKind.DINGTALK.template());

            assertThat(query)
                    .isEqualTo("key=k&timestamp=1767225600000&sign=HsQf0oukUIPuTMc2KUXzJsH4gS9KeLayIJ2tvCFD2Ew%3D");
            assertThat(JsonMapper.shared().readTree(body).at("/at/atMobiles/0").asString())
                    .isEqualTo("13800138000");
            assertThat(JsonMapper.shared().readTree(body).at("/at/isAtAll").asBoolean())
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "WECOM|{\"errcode\":45009,\"errmsg\":\"freq out of limit\"}|ERRCODE_45009",
                    "DINGTALK|{\"errcode\":310000,\"errmsg\":\"sign not match\"}|ERRCODE_310000",
                    "WECOM|<html>|BAD_ANSWER",
                    "DINGTALK|{}|BAD_ANSWER"
                })
        void aRobotThatSaysNoPolitelyHasNotTakenIt(HttpKind kind, String said, String code) {
            answer = said;

            assertThatThrownBy(() -> send(kind, "SEC000000000000000000000", kind.template()))
                    .isInstanceOfSatisfying(
                            DeliveryFailedException.class,
                            e -> assertThat(e.code()).isEqualTo(code));
        }

        @Test
        void aGatewayMayAnswerWhatItLikes() {
            answer = "OK".repeat(10_000);

            assertThatCode(() -> send(HttpKind.GENERIC, "0123456789abcdef", HttpKind.GENERIC.template()))
                    .doesNotThrowAnyException();
        }

        @ParameterizedTest
        @CsvSource({"302, HTTP_302", "401, HTTP_401", "503, HTTP_503"})
        void onlySuccessIsSuccess(int code, String words) {
            status = code;

            assertThatThrownBy(() -> send(HttpKind.GENERIC, "0123456789abcdef", HttpKind.GENERIC.template()))
                    .hasMessage(words);
        }

        @Test
        void thePhoneIsTheAddress() {
            try (var call = new OutsideCall(Duration.ofSeconds(5))) {
                var channel = channel(HttpKind.WECOM, "", HttpKind.WECOM.template(), call);
                assertThat(channel.address(new Staff(1, "w", "王芳", "13800138000", null, true, false)))
                        .contains("13800138000");
                assertThat(channel.address(new Staff(1, "w", "王芳", null, "w@example.cn", true, false)))
                        .isEqualTo(Optional.empty());
                assertThat(channel.onlyUrgent()).isTrue();
            }
        }

        private void send(HttpKind kind, String secret, String template) {
            try (var call = new OutsideCall(Duration.ofSeconds(5))) {
                channel(kind, secret, template, call).send("13800138000", LETTER);
            }
        }

        private HttpChannel channel(HttpKind kind, String secret, String template, OutsideCall call) {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send?key=k");
            return new HttpChannel("sms", kind, url, secret, new HttpTemplate(template), call, CLOCK);
        }
    }

    @Nested
    class Template {

        @Test
        void evaluatesNothingAndBreaksNoJsonWhateverTheWordsAre() {
            var letter = new Letter("1", "a\\ \" } {url} ${x} $1", "line\nnext\u0001", "u");

            JsonNode filled =
                    JsonMapper.shared().readTree(new HttpTemplate("{\"s\":{subject},\"t\":{text}}").fill("1", letter));

            assertThat(filled.path("s").asString()).isEqualTo(letter.subject());
            assertThat(filled.path("t").asString()).isEqualTo(letter.text());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"a\":{name}}", "{\"a\":{phone}", "phone={phone}", "{\"a\":\"{phone}\"}"})
        void isRefusedUnlessItBecomesJsonOfKnownPlaces(String template) {
            assertThatThrownBy(() -> new HttpTemplate(template)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void everyKindHasAUsualOne() {
            for (HttpKind kind : HttpKind.values()) {
                assertThatCode(() -> new HttpTemplate(kind.template())).doesNotThrowAnyException();
            }
        }
    }

    @Nested
    class Settings {

        private final ApplicationContextRunner program = new ApplicationContextRunner()
                .withInitializer(context ->
                        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withBean(Clock.class, () -> CLOCK)
                .withUserConfiguration(WaysOnly.class);

        @Test
        void openNothingByThemselves() {
            program.run(context ->
                    assertThat(context.getBean(NoticeChannels.class).none()).isTrue());
        }

        @Test
        void openTheChannelsThatTheyName() {
            program.withPropertyValues(
                            "bihuan.notify.http.sms.url=https://sms.example/send",
                            "bihuan.notify.http.sms.secret=0123456789abcdef",
                            "bihuan.notify.http.wecom.url=https://qyapi.example/cgi-bin/webhook/send?key=1",
                            "bihuan.notify.http.wecom.kind=wecom",
                            "bihuan.notify.http.off.url=")
                    .run(context -> assertThat(
                                    context.getBean(NoticeChannels.class).all())
                            .extracting(NoticeChannel::key)
                            .containsExactly("sms", "wecom"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bihuan.notify.http.sms.url=http://sms.example/send",
                    "bihuan.notify.http.sms.kind=fax",
                    "bihuan.notify.http.sms.template={\"a\":{secret}}",
                    "bihuan.notify.http.sms.secret=short",
                    "bihuan.notify.http.mail.url=https://sms.example",
                    "spring.mail.host=smtp.example"
                })
        void stopTheStartWhereTheyAreWrong(String wrong) {
            program.withPropertyValues(
                            "bihuan.notify.http.sms.url=https://sms.example/send",
                            "bihuan.notify.http.sms.secret=0123456789abcdef",
                            wrong)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                            .message()
                            .doesNotContain("short"));
        }
    }

    /** The channels without what uses them. */
    @Configuration(proxyBeanMethods = false)
    static class WaysOnly {

        @Bean
        NoticeChannels channels(Environment environment, ObjectProvider<JavaMailSender> mail, Clock clock) {
            return new ChannelConfiguration()
                    .noticeChannels(
                            environment,
                            environment.getProperty("bihuan.notify.mail.from", ""),
                            mail,
                            new StaticListableBeanFactory(Map.of("call", new OutsideCall(Duration.ofSeconds(1))))
                                    .getBeanProvider(OutsideCall.class),
                            clock);
        }
    }
}
