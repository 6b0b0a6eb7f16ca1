package org.bihuan.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class WordingsTest {

    private static final Properties CHINESE = texts("translations.properties");
    private static final Properties ENGLISH = texts("translations_en.properties");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reported",
                "supplemented",
                "dispatched",
                "accepted",
                "handled",
                "handedUp",
                "verified",
                "sentBack",
                "rated",
                "reopened",
                "closed",
                "dismissed",
                "merged",
                "categoryCorrected",
                "backToDispatching",
                "backToHandling",
                "backToChecking",
                "handedOn",
                "withdrawn"
            })
    void everyEventOfAnIncidentHasWordsForStaffAndForReportersInBothLanguages(String event) {
        String key = "event.incident." + event;

        assertThat(words(CHINESE, key)).startsWith("王小明 ").hasSizeGreaterThan(4);
        assertThat(words(ENGLISH, key)).startsWith("王小明 ").hasSizeGreaterThan(4);
        assertThat(CHINESE.getProperty(key + ".public")).isNotBlank().doesNotContain("{");
        assertThat(ENGLISH.getProperty(key + ".public")).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transferred",
                "delegated",
                "handedBack",
                "recalled",
                "handedOver",
                "holderGone",
                "orphaned",
                "reassigned"
            })
    void everyChangeOfHandsHasWordsInBothLanguages(String deed) {
        assertThat(words(CHINESE, "event.task." + deed)).startsWith("王小明 ").hasSizeGreaterThan(4);
        assertThat(words(ENGLISH, "event.task." + deed)).startsWith("王小明 ").hasSizeGreaterThan(4);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(ours(ENGLISH)).isEqualTo(ours(CHINESE)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1 小时前,1 hour ago", "2,2 小时前,2 hours ago"})
    void tellsHowLongAgo(long hours, String chinese, String english) {
        assertThat(MessageFormat.format(CHINESE.getProperty("trace.ago.hours"), hours))
                .isEqualTo(chinese);
        assertThat(new MessageFormat(ENGLISH.getProperty("trace.ago.hours"), Locale.ENGLISH)
                        .format(new Object[] {hours}))
                .isEqualTo(english);
    }

    private static String words(Properties texts, String key) {
        String pattern = texts.getProperty(key);
        assertThat(pattern).as(key).isNotNull();
        return MessageFormat.format(pattern, "王小明");
    }

    private static Set<String> ours(Properties texts) {
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("trace.") || key.startsWith("event.incident."))
                .collect(Collectors.toSet());
    }

    private static Properties texts(String file) {
        var texts = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource("vaadin-i18n/" + file).getInputStream(), UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
        return texts;
    }
}
