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

    /** As {@link #after}, with the way to it: what was counted and what was passed over. */
    public Reckoning explained(Instant start, Term term, List<Long> unitsNearestFirst) {
        return calendar.get().explained(start, term, unitsNearestFirst);
    }

    /**
     * Where a moment falls when the clock stood still for a while: what was left of it when the clock stopped is left
     * again when it goes on. A moment that was over when the clock stopped stays where it is, so that nobody makes up
     * for lateness by a rest.
     *
     * @param unit what the moment was reckoned in; what is left is working time, or time by the clock
     */
    public Instant afterRest(
            Instant moment, Instant stopped, Instant goesOn, Term.Unit unit, List<Long> unitsNearestFirst) {
        if (!moment.isAfter(stopped)) {
            return moment;
        }
        return switch (unit) {
            case DAYS, HOURS -> goesOn.plus(Duration.between(stopped, moment));
            case WORKING_DAYS, WORKING_HOURS -> {
                WorkingTime reckoning = reckoning(unitsNearestFirst);
                yield reckoning.afterWork(goesOn, reckoning.between(stopped, moment));
            }
        };
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
