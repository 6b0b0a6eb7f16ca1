package org.bihuan.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The nation's days as the product ships them, and times as people in China say them. */
final class CalendarFixtures {

    /** A street office without a break. */
    static final long STREET = 5;

    static final WorkingHours STREET_HOURS =
            new WorkingHours(LocalTime.of(8, 30), LocalTime.of(12, 30), LocalTime.of(12, 30), LocalTime.of(16, 30));

    private CalendarFixtures() {}

    /** Days of 2024 to 2027, usual hours, hours of their own at {@link #STREET}. */
    static CalendarSnapshot national() {
        Map<LocalDate, CalendarDay> days = new HashMap<>();
        IntStream.rangeClosed(2024, 2027)
                .forEach(year -> DayCsv.read(file(year)).days().forEach(day -> days.put(day.date(), day)));
        return new CalendarSnapshot(
                1, days, Map.of(CalendarSnapshot.DEFAULT_UNIT, WorkingHours.usual(), STREET, STREET_HOURS));
    }

    /** The file that the product ships for a year. */
    static byte[] file(int year) {
        String name = "/migrations/calendar/cn-" + year + (year == 2027 ? "-provisional" : "") + ".csv";
        try (InputStream stream = Objects.requireNonNull(CalendarFixtures.class.getResourceAsStream(name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 2026-11-20T16:10} by the clock in China. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DateFormats.ZONE).toInstant();
    }
}
