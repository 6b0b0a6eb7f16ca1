package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.calendar.CalendarFixtures.STREET;
import static org.bihuan.calendar.CalendarFixtures.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private static final CalendarSnapshot NATIONAL = CalendarFixtures.national();

    private final WorkingTime usual = NATIONAL.reckoning(List.of());

    @Nested
    class WorkingDays {

        @ParameterizedTest
        @CsvFileSource(resources = "working-day-examples.csv", numLinesToSkip = 1)
        void matchTheWorkedExamplesFromMorningNoonAndNight(LocalDate start, int workingDays, LocalDate due) {
            Term term = new Term(workingDays, Term.Unit.WORKING_DAYS);

            for (String time : List.of("T00:00", "T09:00", "T12:30", "T17:30", "T23:59")) {
                assertThat(usual.after(at(start + time), term)).isEqualTo(at(due + "T17:30"));
            }
        }

        @Test
        void endWhenTheUnitsOwnWorkEnds() {
            assertThat(NATIONAL.reckoning(List.of(STREET)).after(at("2026-11-16T10:00"), Term.parse("1WD")))
                    .isEqualTo(at("2026-11-17T16:30"));
        }

        @Test
        void startOnTheDayThatPeopleInChinaHaveNotOnThatOfTheServer() {
            // 2026-11-16T17:00Z is Tuesday 01:00 in China.
            assertThat(usual.after(at("2026-11-17T01:00"), Term.parse("1WD"))).isEqualTo(at("2026-11-18T17:30"));
        }
    }

    @Nested
    class WorkingHoursOfATerm {

        @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
        @CsvSource({
            "2026-11-16T09:00, 2WH, 2026-11-16T11:00, inside a morning",
            "2026-11-16T09:00, 3WH, 2026-11-16T12:00, up to lunch and not past it",
            "2026-11-16T11:00, 2WH, 2026-11-16T14:30, across lunch",
            "2026-11-16T12:15, 1WH, 2026-11-16T14:30, from lunch",
            "2026-11-16T07:00, 1WH, 2026-11-16T10:00, before work",
            "2026-11-16T16:10, 4WH, 2026-11-17T11:40, into the next day",
            "2026-11-16T17:30, 1WH, 2026-11-17T10:00, as work ends",
            "2026-11-16T20:00, 1WH, 2026-11-17T10:00, at night",
            "2026-11-16T09:00, 7WH, 2026-11-16T17:30, a whole day",
            "2026-11-16T10:00, 24WH, 2026-11-19T14:30, a day of the clock is more than three of work",
            "2026-11-20T16:30, 2WH, 2026-11-23T10:00, across a weekend",
            "2026-11-21T10:00, 1WH, 2026-11-23T10:00, from a Saturday",
            "2026-02-13T16:30, 2WH, 2026-02-14T10:00, into a Saturday worked in exchange",
            "2026-02-14T16:30, 2WH, 2026-02-24T10:00, across 春节",
            "2026-02-18T10:00, 1WH, 2026-02-24T10:00, from the middle of 春节",
            "2026-09-30T16:30, 2WH, 2026-10-08T10:00, across 国庆",
            "2026-10-09T16:30, 2WH, 2026-10-10T10:00, into the Saturday after 国庆",
            "2026-11-30T16:30, 2WH, 2026-12-01T10:00, across a month",
            "2025-12-31T16:30, 2WH, 2026-01-04T10:00, across a year",
            "2028-09-29T16:30, 2WH, 2028-10-02T10:00, in a year without data Monday to Friday"
        })
        void areCountedInWorkingTimeOnly(String start, String term, String due, String why) {
            assertThat(usual.after(at(start), Term.parse(term))).as(why).isEqualTo(at(due));
        }

        @Test
        void areThoseOfTheNearestUnitThatHasItsOwn() {
            assertThat(NATIONAL.reckoning(List.of(9L, STREET, 1L)).after(at("2026-11-16T08:00"), Term.parse("5WH")))
                    .isEqualTo(at("2026-11-16T13:30"));
            assertThat(NATIONAL.reckoning(List.of(9L, 1L)).after(at("2026-11-16T08:00"), Term.parse("5WH")))
                    .isEqualTo(at("2026-11-16T15:30"));
        }
    }

    @Nested
    class PlainTerms {

        @ParameterizedTest
        @CsvSource({
            "2026-09-30T16:30, P3D, 2026-10-03T16:30",
            "2026-09-30T16:30, P1D, 2026-10-01T16:30",
            "2026-12-31T23:00, PT2H, 2027-01-01T01:00",
            "2028-02-28T10:00, P1D, 2028-02-29T10:00"
        })
        void goByTheCalendar(String start, String term, String due) {
            assertThat(usual.after(at(start), Term.parse(term))).isEqualTo(at(due));
        }

        @Test
        void oneDayIsNeitherTwentyFourWorkingHoursNorAWorkingDay() {
            var start = at("2026-11-16T10:00");

            assertThat(List.of("P1D", "1WD", "24WH", "PT24H"))
                    .map(term -> usual.after(start, Term.parse(term)))
                    .containsExactly(
                            at("2026-11-17T10:00"),
                            at("2026-11-17T17:30"),
                            at("2026-11-19T14:30"),
                            at("2026-11-17T10:00"));
        }
    }

    @Nested
    class Between {

        @ParameterizedTest
        @CsvSource({
            "2026-11-16T09:00, 2026-11-16T17:30, PT7H",
            "2026-11-16T11:00, 2026-11-16T14:30, PT2H",
            "2026-11-16T12:10, 2026-11-16T13:20, PT0S",
            "2026-11-20T16:30, 2026-11-23T10:00, PT2H",
            "2026-11-23T10:00, 2026-11-20T16:30, PT-2H",
            "2026-09-30T17:00, 2026-10-08T09:30, PT1H",
            "2026-01-01T00:00, 2026-01-04T00:00, PT0S",
            "2026-11-16T00:00, 2026-11-23T00:00, PT35H"
        })
        void countsWorkingTime(String from, String to, Duration working) {
            assertThat(usual.between(at(from), at(to))).isEqualTo(working);
        }
    }

    @Nested
    class Share {

        @ParameterizedTest
        @CsvSource({
            "2026-11-16T09:00, 2026-11-16T14:30, 0.75, 2026-11-16T12:00",
            "2026-11-16T16:10, 2026-11-17T11:40, 0.75, 2026-11-17T10:40",
            "2026-11-16T10:00, 2026-11-18T17:30, 0.75, 2026-11-18T11:00",
            "2026-11-21T08:00, 2026-11-21T12:00, 0.75, 2026-11-21T11:00",
            "2026-11-16T09:00, 2026-11-16T12:00, 1, 2026-11-16T12:00",
            "2026-11-16T12:00, 2026-11-16T12:00, 0.75, 2026-11-16T12:00"
        })
        void isTakenFromTheWorkingTimeElseByTheClock(String start, String due, double share, String instant) {
            assertThat(usual.share(at(start), at(due), share)).isEqualTo(at(instant));
        }

        @Test
        void liesBetweenNoneAndAll() {
            assertThatThrownBy(() -> usual.share(at("2026-11-16T09:00"), at("2026-11-16T12:00"), 75))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesHoursThatDoNotFollowEachOther() {
        var usualHours = WorkingHours.usual();

        assertThatThrownBy(() -> new WorkingHours(
                        usualHours.afternoonStart(),
                        usualHours.afternoonEnd(),
                        usualHours.morningStart(),
                        usualHours.morningEnd()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
