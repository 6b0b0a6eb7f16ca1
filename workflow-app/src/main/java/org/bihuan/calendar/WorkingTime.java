package org.bihuan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/** The reckoning itself: which days are working days is asked, the hours are the same on each of them. */
final class WorkingTime {

    private record Shift(LocalTime start, LocalTime end) {}

    private final Predicate<LocalDate> workingDay;
    private final WorkingHours hours;
    private final List<Shift> shifts;

    WorkingTime(Predicate<LocalDate> workingDay, WorkingHours hours) {
        this.workingDay = workingDay;
        this.hours = hours;
        this.shifts = List.of(
                new Shift(hours.morningStart(), hours.morningEnd()),
                new Shift(hours.afternoonStart(), hours.afternoonEnd()));
    }

    Duration fullDay() {
        return hours.day();
    }

    Instant after(Instant start, Term term) {
        ZonedDateTime at = start.atZone(DateFormats.ZONE);
        return switch (term.unit()) {
            case WORKING_DAYS -> closing(at.toLocalDate(), term.amount());
            case WORKING_HOURS -> afterWork(start, Duration.ofHours(term.amount()));
            case DAYS -> at.plusDays(term.amount()).toInstant();
            case HOURS -> start.plus(Duration.ofHours(term.amount()));
        };
    }

    /**
     * The instant at which the share of the working time between start and due is used up; a span without working time
     * is shared by the clock.
     */
    Instant share(Instant start, Instant due, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not " + share);
        }
        if (!due.isAfter(start)) {
            return due;
        }
        Duration working = between(start, due);
        return working.isZero()
                ? start.plus(part(Duration.between(start, due), share))
                : afterWork(start, part(working, share));
    }

    /** Working time between two instants, negative when the second comes first. */
    Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        ZonedDateTime begin = from.atZone(DateFormats.ZONE);
        ZonedDateTime end = to.atZone(DateFormats.ZONE);
        Duration sum = Duration.ZERO;
        for (LocalDate day = begin.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (workingDay.test(day)) {
                for (Shift shift : shifts) {
                    ZonedDateTime opens = later(begin, day.atTime(shift.start).atZone(DateFormats.ZONE));
                    ZonedDateTime closes = earlier(end, day.atTime(shift.end).atZone(DateFormats.ZONE));
                    if (closes.isAfter(opens)) {
                        sum = sum.plus(Duration.between(opens, closes));
                    }
                }
            }
        }
        return sum;
    }

    /** Working days after the first day, up to and with the last. */
    int daysAfter(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1)
                .datesUntil(last.isAfter(first) ? last.plusDays(1) : first.plusDays(1))
                .filter(workingDay)
                .count();
    }

    private Instant closing(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (workingDay.test(day)) {
                left--;
            }
        }
        return day.atTime(hours.afternoonEnd()).atZone(DateFormats.ZONE).toInstant();
    }

    /** When this much has been worked since then. */
    Instant afterWork(Instant start, Duration amount) {
        ZonedDateTime begin = start.atZone(DateFormats.ZONE);
        Duration left = amount;
        for (LocalDate day = begin.toLocalDate(); ; day = day.plusDays(1)) {
            if (workingDay.test(day)) {
                for (Shift shift : shifts) {
                    ZonedDateTime opens = later(begin, day.atTime(shift.start).atZone(DateFormats.ZONE));
                    ZonedDateTime closes = day.atTime(shift.end).atZone(DateFormats.ZONE);
                    if (closes.isAfter(opens)) {
                        Duration open = Duration.between(opens, closes);
                        if (left.compareTo(open) <= 0) {
                            return opens.plus(left).toInstant();
                        }
                        left = left.minus(open);
                    }
                }
            }
        }
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofSeconds((long) (whole.toSeconds() * share));
    }

    private static ZonedDateTime later(ZonedDateTime a, ZonedDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static ZonedDateTime earlier(ZonedDateTime a, ZonedDateTime b) {
        return a.isBefore(b) ? a : b;
    }
}
