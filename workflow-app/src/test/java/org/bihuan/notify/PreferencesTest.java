package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bihuan.calendar.DateFormats;
import org.bihuan.notify.Preferences.Choice;
import org.bihuan.org.Staff;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    /** Saturday and Sunday, and the national days from Thursday the 1st to Wednesday the 7th of October. */
    private static final Predicate<LocalDate> WORKING_DAY = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !(day.getMonthValue() == 10 && day.getDayOfMonth() <= 7);

    @Nested
    class Choosing {

        @ParameterizedTest
        @CsvSource({
            "URGENT, false, AT_ONCE",
            "ASSIGNED, false, AT_ONCE",
            "ARRIVED, false, DIGEST",
            "DEADLINE, false, DIGEST",
            "TALK, false, DIGEST",
            "RESULT, false, DIGEST",
            "URGENT, true, AT_ONCE",
            "ASSIGNED, true, OFF",
            "ARRIVED, true, OFF",
            "RESULT, true, OFF"
        })
        void hasSensibleDefaultsForMailAndForWhatCostsOrIsSeenByAGroup(Topic topic, boolean onlyUrgent, Manner manner) {
            assertThat(Preferences.DEFAULT.manner(topic, channel("x", onlyUrgent)))
                    .isEqualTo(manner);
        }

        @Test
        void goesBeforeTheDefaultAndHoldsForItsChannelOnly() {
            var chosen = chosen(Map.of(new Choice(Topic.ASSIGNED, "mail"), Manner.OFF));

            assertThat(chosen.manner(Topic.ASSIGNED, channel("mail", false))).isEqualTo(Manner.OFF);
            assertThat(chosen.manner(Topic.ASSIGNED, channel("other", false))).isEqualTo(Manner.AT_ONCE);
        }

        @Test
        void neverCollectsUrgentNotices() {
            var chosen = chosen(Map.of(new Choice(Topic.URGENT, "mail"), Manner.DIGEST));

            assertThat(chosen.manner(Topic.URGENT, channel("mail", false))).isEqualTo(Manner.AT_ONCE);
        }

        @ParameterizedTest
        @CsvSource({
            "task.urged, URGENT",
            "deadline.over, URGENT",
            "deadline.near, DEADLINE",
            "inbox.assigned, ASSIGNED",
            "inbox.arrived, ARRIVED",
            "task.mentioned, TALK",
            "case.ended, RESULT",
            "unheard.of, RESULT"
        })
        void isAboutTopics(String kind, Topic topic) {
            assertThat(Topic.of(kind)).isEqualTo(topic);
        }
    }

    @Nested
    class QuietHours {

        @ParameterizedTest
        @CsvSource({
            // from, to, now, end
            "21:00, 07:30, 2026-09-22T20:59:59, ",
            "21:00, 07:30, 2026-09-22T21:00, 2026-09-23T07:30",
            "21:00, 07:30, 2026-09-22T23:59, 2026-09-23T07:30",
            "21:00, 07:30, 2026-09-23T00:00, 2026-09-23T07:30",
            "21:00, 07:30, 2026-09-23T07:29:59, 2026-09-23T07:30",
            "21:00, 07:30, 2026-09-23T07:30, ",
            "12:00, 14:00, 2026-09-23T11:59, ",
            "12:00, 14:00, 2026-09-23T12:00, 2026-09-23T14:00",
            "12:00, 14:00, 2026-09-23T14:00, ",
            "08:00, 08:00, 2026-09-23T08:00, ",
            "00:00, 06:00, 2026-09-23T03:00, 2026-09-23T06:00",
            "22:00, 00:00, 2026-09-22T23:00, 2026-09-23T00:00"
        })
        void endWhenTheySay(LocalTime from, LocalTime to, LocalDateTime now, LocalDateTime end) {
            var chosen = quiet(from, to, false);

            assertThat(chosen.quietUntil(Topic.ASSIGNED, at(now)))
                    .isEqualTo(Optional.ofNullable(end).map(PreferencesTest::at));
            assertThat(chosen.collectedUntil(Topic.ASSIGNED, Manner.AT_ONCE, at(now), WORKING_DAY))
                    .isEqualTo(Optional.ofNullable(end).map(PreferencesTest::at));
        }

        @ParameterizedTest
        @CsvSource({"URGENT, false, 2026-09-23T07:30", "URGENT, true, ", "ASSIGNED, true, 2026-09-23T07:30"})
        void holdForUrgentNoticesUnlessThePersonSaysOtherwise(Topic topic, boolean urgentAlways, LocalDateTime end) {
            var chosen = quiet(LocalTime.of(21, 0), LocalTime.of(7, 30), urgentAlways);

            assertThat(chosen.quietUntil(topic, at(LocalDateTime.parse("2026-09-22T22:00"))))
                    .isEqualTo(Optional.ofNullable(end).map(PreferencesTest::at));
        }
    }

    @Nested
    class Digests {

        @ParameterizedTest
        @CsvSource({
            // Tuesday, before the first, between, at, after the last
            "2026-09-22T07:00, 2026-09-22T08:30",
            "2026-09-22T08:30, 2026-09-22T14:00",
            "2026-09-22T09:00, 2026-09-22T14:00",
            "2026-09-22T14:00:01, 2026-09-23T08:30",
            // over a weekend, over the national days
            "2026-09-25T16:00, 2026-09-28T08:30",
            "2026-09-26T10:00, 2026-09-28T08:30",
            "2026-09-30T17:00, 2026-10-08T08:30"
        })
        void comeOnWorkingDaysAtTheTimesChosen(LocalDateTime now, LocalDateTime next) {
            assertThat(Preferences.DEFAULT.collectedUntil(Topic.TALK, Manner.DIGEST, at(now), WORKING_DAY))
                    .contains(at(next));
        }

        @Test
        void waitForTheEndOfTheQuietHours() {
            var chosen = new Preferences(
                    LocalTime.of(21, 0), LocalTime.of(7, 30), false, List.of(LocalTime.of(6, 0)), "zh", Map.of());

            assertThat(chosen.collectedUntil(
                            Topic.TALK, Manner.DIGEST, at(LocalDateTime.parse("2026-09-22T15:00")), WORKING_DAY))
                    .contains(at(LocalDateTime.parse("2026-09-23T07:30")));
        }

        @Test
        void comeTomorrowWhereTheCalendarKnowsNoWorkingDay() {
            assertThat(Preferences.DEFAULT.collectedUntil(
                            Topic.TALK, Manner.DIGEST, at(LocalDateTime.parse("2026-09-22T15:00")), day -> false))
                    .contains(at(LocalDateTime.parse("2026-09-23T08:30")));
        }

        @Test
        void areOneToFourADayInTheirOrder() {
            assertThat(digests("14:00", "08:30", "14:00").digestTimes())
                    .containsExactly(LocalTime.of(8, 30), LocalTime.of(14, 0));
            assertThatThrownBy(PreferencesTest.this::noDigests).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> digests("01:00", "02:00", "03:00", "04:00", "05:00"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void noDigests() {
        digests();
    }

    private static Preferences digests(String... times) {
        return new Preferences(
                LocalTime.MIN,
                LocalTime.MIN,
                false,
                Stream.of(times).map(LocalTime::parse).toList(),
                "zh",
                Map.of());
    }

    private static Preferences chosen(Map<Choice, Manner> choices) {
        return new Preferences(LocalTime.MIN, LocalTime.MIN, false, List.of(LocalTime.NOON), "zh", choices);
    }

    private static Preferences quiet(LocalTime from, LocalTime to, boolean urgentAlways) {
        return new Preferences(from, to, urgentAlways, List.of(LocalTime.NOON), "zh", Map.of());
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(DateFormats.ZONE).toInstant();
    }

    private static NoticeChannel channel(String key, boolean onlyUrgent) {
        return new NoticeChannel() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public boolean onlyUrgent() {
                return onlyUrgent;
            }

            @Override
            public Optional<String> address(Staff person) {
                return Optional.empty();
            }

            @Override
            public void send(String address, Letter letter) {
                throw new AssertionError("nothing is sent here");
            }
        };
    }
}
