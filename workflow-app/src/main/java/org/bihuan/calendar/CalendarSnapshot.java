package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Days and hours as they stood at one version.
 *
 * @param hours by unit; {@link #DEFAULT_UNIT} holds where no unit has its own
 */
record CalendarSnapshot(long version, Map<LocalDate, CalendarDay> days, Map<Long, WorkingHours> hours) {

    static final long DEFAULT_UNIT = 0;

    /** Days that nobody published follow the week, Monday to Friday. */
    boolean isWorkingDay(LocalDate day) {
        CalendarDay named = days.get(day);
        if (named != null) {
            return named.kind() == DayKind.WORKDAY;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The feast that a day belongs to, worked or not; null for days that follow the week. */
    @Nullable String feast(LocalDate day) {
        CalendarDay named = days.get(day);
        return named == null ? null : named.name();
    }

    WorkingTime reckoning(List<Long> unitsNearestFirst) {
        return new WorkingTime(this::isWorkingDay, hours(unitsNearestFirst));
    }

    /** The deadline of a term with the way to it. */
    Reckoning explained(Instant start, Term term, List<Long> unitsNearestFirst) {
        return new Reckoner(this, hours(unitsNearestFirst)).reckon(start, term);
    }

    private WorkingHours hours(List<Long> unitsNearestFirst) {
        return unitsNearestFirst.stream()
                .map(hours::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> hours.getOrDefault(DEFAULT_UNIT, WorkingHours.usual()));
    }
}
