package org.bihuan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Reckons in working time. Everywhere {@code unitsNearestFirst} are the ids of the unit whose hours count and of those
 * above it: the first with hours of its own wins, and without any the default hours hold. A year whose holidays nobody
 * loaded is reckoned Monday to Friday.
 */
@Service
@PreAuthorize("@rights.may('calendar.look')")
public class WorkingCalendar {

    private final Supplier<CalendarSnapshot> calendar;

    WorkingCalendar(Supplier<CalendarSnapshot> calendar) {
        this.calendar = calendar;
    }

    /**
     * When the term is over. Working days count after the day of start, and the last ends when work ends. Working hours
     * start with the next working moment.
     */
    public Instant after(Instant start, Term term, List<Long> unitsNearestFirst) {
        return reckoning(unitsNearestFirst).after(start, term);
    }

    /**
     * When a share of the working time from start to due is used up; by the clock where no working time lies between.
     *
     * @param share from 0 to 1, else {@link IllegalArgumentException}
     */
    public Instant share(Instant start, Instant due, double share, List<Long> unitsNearestFirst) {
        return reckoning(unitsNearestFirst).share(start, due, share);
    }

    /** Working time from one instant to another, negative when {@code to} comes first. */
    public Duration workingTime(Instant from, Instant to, List<Long> unitsNearestFirst) {
        return reckoning(unitsNearestFirst).between(from, to);
    }

    /** Whether people work on this day, with holidays and exchanged days. */
    public boolean isWorkingDay(LocalDate day) {
        return calendar.get().isWorkingDay(day);
    }

    private WorkingTime reckoning(List<Long> unitsNearestFirst) {
        return calendar.get().reckoning(unitsNearestFirst);
    }
}
