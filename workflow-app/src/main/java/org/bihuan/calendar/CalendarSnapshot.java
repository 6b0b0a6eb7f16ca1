package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Days and hours as they stood at one version.
 *
 * @param hours by unit; {@link #DEFAULT_UNIT} holds where no unit has its own
 */
record CalendarSnapshot(long version, Map<LocalDate, DayKind> days, Map<Long, WorkingHours> hours) {

    static final long DEFAULT_UNIT = 0;

    /** Days that nobody published follow the week, Monday to Friday. */
    boolean isWorkingDay(LocalDate day) {
        DayKind kind = days.get(day);
        if (kind != null) {
            return kind == DayKind.WORKDAY;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    WorkingTime reckoning(List<Long> unitsNearestFirst) {
        WorkingHours nearest = unitsNearestFirst.stream()
                .map(hours::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> hours.getOrDefault(DEFAULT_UNIT, WorkingHours.usual()));
        return new WorkingTime(this::isWorkingDay, nearest);
    }
}
