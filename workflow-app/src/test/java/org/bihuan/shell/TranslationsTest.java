package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

    private final List<Map.Entry<String, String>> chinese = read("translations.properties");
    private final List<Map.Entry<String, String>> english = read("translations_en.properties");
    private final Translations translations = new Translations();

    @Test
    void bothLanguagesHaveTheSameKeysInTheSameOrder() {
        assertThat(keys(english)).containsExactlyElementsOf(keys(chinese));
    }

    @Test
    void noKeyOccursTwice() {
        assertThat(keys(chinese)).doesNotHaveDuplicates();
    }

    @Test
    void noTextIsEmpty() {
        assertThat(chinese).noneMatch(entry -> entry.getValue().isBlank());
        assertThat(english).noneMatch(entry -> entry.getValue().isBlank());
    }

    @Test
    void bothLanguagesFillInTheSameArguments() {
        assertThat(arguments(english)).containsExactlyEntriesOf(arguments(chinese));
    }

    @Test
    void anApostropheInATextWithArgumentsIsDoubled() {
        assertThat(List.of(chinese, english))
                .allSatisfy(file -> assertThat(file)
                        .filteredOn(entry -> ARGUMENT.matcher(entry.getValue()).find())
                        .noneMatch(entry -> entry.getValue().replace("''", "").contains("'")));
    }

    /** What people wrote is an argument, never a pattern, and nothing in it is evaluated. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${marker.reach(1)}",
                "#{1+1}",
                "{0} {1}",
                "{0,choice,0#a|1#b}",
                "'{0}'",
                "<%= 1 %>",
                "{{7*7}}",
                "$!{x}",
                "T(java.lang.Runtime)"
            })
    void whatPeopleWroteComesOutAsItIs(String text) {
        assertThat(translations.getTranslation("event.incident.reported", Language.CHINESE, text))
                .contains(text);
        assertThat(translations.getTranslation("model.draft.by", Language.ENGLISH, text, text))
                .isEqualTo("Uploaded by " + text + " on " + text);
    }

    @Test
    void readsChineseOnAServerOfAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(translations.getTranslation("shell.signOut", Language.CHINESE))
                    .isEqualTo("退出登录");
            Locale.setDefault(Locale.CHINA);
            assertThat(translations.getTranslation("shell.signOut", Locale.UK)).isEqualTo("Sign out");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fillsInArguments() {
        assertThat(translations.getTranslation("shell.error.unexpected", Language.ENGLISH, "4F0C-91AB"))
                .contains("number 4F0C-91AB");
    }

    @Test
    void showsTheKeyWhereThereIsNoText() {
        assertThat(translations.getTranslation("no.such.key", Language.CHINESE)).isEqualTo("no.such.key");
    }

    private static Map<String, TreeSet<String>> arguments(List<Map.Entry<String, String>> file) {
        return file.stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> ARGUMENT.matcher(entry.getValue())
                                .results()
                                .map(match -> match.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (first, second) -> first,
                        TreeMap::new));
    }

    private static List<String> keys(List<Map.Entry<String, String>> file) {
        return file.stream().map(Map.Entry::getKey).toList();
    }

    /** In the order of the file, which {@link Properties} forgets; no text of ours goes over several lines. */
    private static List<Map.Entry<String, String>> read(String name) {
        try (var in = TranslationsTest.class.getResourceAsStream("/vaadin-i18n/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(TranslationsTest::entry)
                    .flatMap(properties -> properties.entrySet().stream())
                    .map(entry -> Map.entry((String) entry.getKey(), (String) entry.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties entry(String line) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
