package org.bihuan.calendar;

import java.time.LocalDate;

/**
 * A day that departs from the week.
 *
 * @param name the feast it belongs to, for example 春节
 * @param source where it was published; a text that starts with {@code computed} says that it was not yet
 */
public record CalendarDay(LocalDate date, DayKind kind, String name, String source) {

    /** Whether the day was reckoned from the law before the State Council published the year. */
    public boolean provisional() {
        return source.startsWith("computed");
    }
}
