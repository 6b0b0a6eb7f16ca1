package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.calendar.CalendarFixtures.at;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWordsTest {

    private final CalendarSnapshot national = CalendarFixtures.national();

    private final DueWords words = new DueWords(() -> national);

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T16:10, 2026-11-18T14:10, 今天 16:10 到期 · 还剩 2 工作时, due today 16:10 · 2 working hours left",
        "2026-11-18T16:10, 2026-11-18T11:20, 今天 16:10 到期 · 还剩 3 工作时, due today 16:10 · 3 working hours left",
        "2026-11-18T16:10, 2026-11-18T15:25, 今天 16:10 到期 · 还剩 45 分钟, due today 16:10 · 45 minutes left",
        "2026-11-18T16:10, 2026-11-18T16:10, 今天 16:10 到期 · 还剩 不到 1 分钟, due today 16:10 · less than a minute left",
        "2026-11-19T11:10, 2026-11-18T16:40, 明天 11:10 到期 · 还剩 3 工作时, due tomorrow 11:10 · 3 working hours left",
        "2026-11-19T17:30, 2026-11-18T18:00, 明天 17:30 到期 · 还剩 1 工作日, due tomorrow 17:30 · 1 working day left",
        "2026-11-20T17:30, 2026-11-17T10:00, 周五 17:30 到期 · 还剩 3 工作日, due Fri 17:30 · 3 working days left",
        "2026-11-23T17:30, 2026-11-20T10:00, 11-23 周一 17:30 到期 · 还剩 1 工作日, due 11-23 Mon 17:30 · 1 working day left",
        "2027-01-04T17:30, 2026-12-31T10:00, 2027-01-04 周一 17:30 到期 · 还剩 1 工作日, due 2027-01-04 Mon 17:30 · 1 working"
                + " day left",
        "2026-02-24T10:00, 2026-02-14T17:00, 02-24 周二 10:00 到期 · 还剩 1 工作时, due 02-24 Tue 10:00 · 1 working hour left",
        "2026-10-03T12:00, 2026-10-01T11:00, 周六 12:00 到期 · 还剩 2 天, due Sat 12:00 · 2 days left",
        "2026-11-18T22:00, 2026-11-18T20:00, 今天 22:00 到期 · 还剩 2 小时, due today 22:00 · 2 hours left"
    })
    void tellWhenItIsDueAndWhatIsLeft(String due, String now, String chinese, String english) {
        assertThat(words.words(at(due), at(now), List.of(), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(chinese);
        assertThat(words.words(at(due), at(now), List.of(), Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T14:10, 2026-11-18T16:10, 已超期 2 工作时, 2 working hours overdue",
        "2026-11-18T14:10, 2026-11-18T14:40, 已超期 30 分钟, 30 minutes overdue",
        "2026-11-17T17:30, 2026-11-20T10:00, 已超期 3 工作日, 3 working days overdue",
        "2026-11-20T17:30, 2026-11-21T10:30, 已超期 17 小时, 17 hours overdue",
        "2026-09-30T17:30, 2026-10-05T17:30, 已超期 5 天, 5 days overdue"
    })
    void tellHowLongItIsOver(String due, String now, String chinese, String english) {
        assertThat(words.words(at(due), at(now), List.of(), Locale.CHINA)).isEqualTo(chinese);
        assertThat(words.words(at(due), at(now), List.of(), Locale.US)).isEqualTo(english);
    }

    @Test
    void countInTheHoursOfTheUnit() {
        assertThat(words.words(
                        at("2026-11-18T13:30"),
                        at("2026-11-18T11:30"),
                        List.of(CalendarFixtures.STREET),
                        Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("今天 13:30 到期 · 还剩 2 工作时");
    }

    @Test
    void areChineseInEveryOtherLanguage() {
        assertThat(words.words(at("2026-11-18T16:10"), at("2026-11-18T14:10"), List.of(), Locale.GERMANY))
                .isEqualTo("今天 16:10 到期 · 还剩 2 工作时");
    }

    @Test
    void haveTheSameKeysInBothLanguages() throws Exception {
        assertThat(keys("translations_en")).isEqualTo(keys("translations"));
    }

    private static List<String> keys(String bundle) throws Exception {
        Properties properties = new Properties();
        try (var stream = DueWordsTest.class.getResourceAsStream("/vaadin-i18n/" + bundle + ".properties")) {
            properties.load(stream);
        }
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("calendar."))
                .sorted()
                .toList();
    }

    @Nested
    class State {

        @ParameterizedTest
        @CsvSource({"11:59:59, GREEN", "12:00:00, YELLOW", "14:30:00, YELLOW", "14:30:01, RED"})
        void isYellowFromTheWarningAndRedWhenOver(String now, DeadlineState state) {
            assertThat(DeadlineState.of(at("2026-11-18T" + now), at("2026-11-18T12:00"), at("2026-11-18T14:30")))
                    .isEqualTo(state);
        }
    }

    @Nested
    class Formats {

        @Test
        void showDatesInChina() {
            var instant = at("2026-11-22T16:10");

            assertThat(DateFormats.dateTime(instant, Locale.CHINA)).isEqualTo("2026-11-22 周日 16:10");
            assertThat(DateFormats.dateTime(instant, Locale.ENGLISH)).isEqualTo("2026-11-22 Sun 16:10");
            assertThat(DateFormats.date(at("2026-11-22T00:30"), Locale.CHINA)).isEqualTo("2026-11-22 周日");
        }
    }
}
