package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.calendar.CalendarFixtures.STREET;
import static org.bihuan.calendar.CalendarFixtures.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bihuan.calendar.Reckoning.Counted;
import org.bihuan.calendar.Reckoning.Skipped;
import org.bihuan.calendar.Reckoning.Worked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ReckoningTest {

    private static final CalendarSnapshot NATIONAL = CalendarFixtures.national();

    private final WorkingCalendar calendar = new WorkingCalendar(() -> NATIONAL);

    @ParameterizedTest
    @CsvFileSource(resources = "working-day-examples.csv", numLinesToSkip = 1)
    void tellsOfEachDayOfTheWorkedExamplesWhetherItCounted(LocalDate start, int workingDays, LocalDate due) {
        Reckoning reckoning = explain(start + "T16:40", workingDays + "WD", List.of());

        assertThat(reckoning.due()).isEqualTo(at(due + "T17:30"));
        LocalDate next = start.plusDays(1);
        int counted = 0;
        for (Reckoning.Step step : reckoning.steps()) {
            if (step instanceof Counted days) {
                assertThat(days.first()).isEqualTo(next);
                counted += days.days();
                assertThat(days.upTo()).isEqualTo(counted);
                next = days.last().plusDays(1);
            } else if (step instanceof Skipped days) {
                assertThat(days.first()).isEqualTo(next);
                next = days.last().plusDays(1);
            }
        }
        assertThat(next).isEqualTo(due.plusDays(1));
        assertThat(counted).isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T09:00, 3WH",
        "2026-11-20T16:40, 4WH",
        "2026-11-20T20:00, 1WH",
        "2026-11-21T10:00, 1WH",
        "2026-09-30T16:40, 9WH",
        "2026-02-14T16:30, 2WH",
        "2025-12-31T16:30, 20WH"
    })
    void hoursUsedAreTheTermAndEndAtTheDeadline(String start, String term) {
        for (List<Long> units : List.of(List.<Long>of(), List.of(STREET))) {
            Reckoning reckoning = explain(start, term, units);

            Duration used = reckoning.steps().stream()
                    .filter(Worked.class::isInstance)
                    .map(step -> ((Worked) step).used())
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(used).isEqualTo(Duration.ofHours(Term.parse(term).amount()));
            assertThat(reckoning.due()).isEqualTo(calendar.after(at(start), Term.parse(term), units));
            Worked last = (Worked) reckoning.steps().getLast();
            assertThat(last.day().atTime(last.spans().getLast().to()))
                    .isEqualTo(reckoning.due().atZone(DateFormats.ZONE).toLocalDateTime());
        }
    }

    private Reckoning explain(String start, String term, List<Long> units) {
        return calendar.explained(at(start), Term.parse(term), units);
    }

    @Nested
    class Words {

        @Test
        void tellHoursAcrossAWeekend() {
            assertThat(words("2026-11-20T16:40", "4WH", Locale.SIMPLIFIED_CHINESE))
                    .containsExactly(
                            "2026-11-20 周五 16:40 开始,时限 4 工作时",
                            "11-20 周五 16:40–17:30,用 50 分钟",
                            "11-21 周六 至 11-22 周日 周末,不计",
                            "11-23 周一 09:00–12:00、13:30–13:40,用 3 小时 10 分钟",
                            "2026-11-23 周一 13:40 到期");
            assertThat(words("2026-11-20T16:40", "4WH", Locale.ENGLISH))
                    .containsExactly(
                            "started 2026-11-20 Fri 16:40, 4 working hours",
                            "11-20 Fri 16:40–17:30, used 50 minutes",
                            "11-21 Sat to 11-22 Sun weekend, skipped",
                            "11-23 Mon 09:00–12:00, 13:30–13:40, used 3 hours 10 minutes",
                            "due 2026-11-23 Mon 13:40");
        }

        @Test
        void nameTheFeastAndTheDayWorkedInExchange() {
            assertThat(words("2026-09-30T10:00", "3WD", Locale.SIMPLIFIED_CHINESE))
                    .containsExactly(
                            "2026-09-30 周三 10:00 开始,时限 3 工作日",
                            "10-01 周四 至 10-07 周三 国庆节,不计",
                            "10-08 周四 至 10-09 周五 第 1–2 个工作日",
                            "10-10 周六(国庆节调休上班)第 3 个工作日",
                            "2026-10-10 周六 17:30 到期");
        }

        @Test
        void sayThatATermByTheClockPassesNothingOver() {
            assertThat(words("2026-09-30T16:30", "P3D", Locale.SIMPLIFIED_CHINESE))
                    .containsExactly("2026-09-30 周三 16:30 开始,时限 3 天", "按日历连续计算,不扣除节假日和下班时间", "2026-10-03 周六 16:30 到期");
        }

        @Test
        void shortenALongWayInTheMiddle() {
            List<String> lines = words("2026-01-05T10:00", "200WD", Locale.SIMPLIFIED_CHINESE);

            assertThat(lines).hasSize(15);
            assertThat(lines.get(7)).startsWith("……其间还有 ");
        }

        private List<String> words(String start, String term, Locale locale) {
            return ReckonedWords.lines(explain(start, term, List.of()), locale);
        }
    }

    @Nested
    class AfterARest {

        @ParameterizedTest(name = "{0} is left until {1}, stopped {2}, goes on {3}: {4}")
        @CsvSource({
            "WORKING_HOURS, 2026-11-16T11:00, 2026-11-16T09:00, 2026-11-18T15:00, 2026-11-18T17:00",
            "WORKING_HOURS, 2026-11-16T11:00, 2026-11-16T09:00, 2026-11-20T16:30, 2026-11-23T10:00",
            "WORKING_HOURS, 2026-11-16T11:00, 2026-11-16T09:00, 2026-09-30T16:30, 2026-10-08T10:00",
            "WORKING_DAYS, 2026-11-17T17:30, 2026-11-16T16:30, 2026-11-18T09:00, 2026-11-19T10:00",
            "DAYS, 2026-11-19T10:00, 2026-11-16T10:00, 2026-11-20T16:00, 2026-11-23T16:00",
            "HOURS, 2026-11-16T12:00, 2026-11-16T10:00, 2026-11-21T08:00, 2026-11-21T10:00",
            // What was over stays where it is.
            "WORKING_HOURS, 2026-11-16T09:00, 2026-11-16T09:00, 2026-11-18T15:00, 2026-11-16T09:00",
            "HOURS, 2026-11-16T08:00, 2026-11-16T09:00, 2026-11-18T15:00, 2026-11-16T08:00"
        })
        void whatWasLeftIsLeftAgain(Term.Unit unit, String moment, String stopped, String goesOn, String later) {
            Instant moved = calendar.afterRest(at(moment), at(stopped), at(goesOn), unit, List.of());

            assertThat(moved).isEqualTo(at(later));
        }
    }
}
