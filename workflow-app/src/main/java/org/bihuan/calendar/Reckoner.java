package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.calendar.Reckoning.Counted;
import org.bihuan.calendar.Reckoning.Skipped;
import org.bihuan.calendar.Reckoning.Span;
import org.bihuan.calendar.Reckoning.Step;
import org.bihuan.calendar.Reckoning.Worked;
import org.jspecify.annotations.Nullable;

/** Tells the way to a deadline that {@link WorkingTime} reckoned, day by day. */
final class Reckoner {

    private final CalendarSnapshot calendar;
    private final WorkingHours hours;
    private final List<Step> steps = new ArrayList<>();

    Reckoner(CalendarSnapshot calendar, WorkingHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    Reckoning reckon(Instant start, Term term) {
        Instant due = new WorkingTime(calendar::isWorkingDay, hours).after(start, term);
        switch (term.unit()) {
            case WORKING_DAYS -> count(DateFormats.day(start).plusDays(1), DateFormats.day(due));
            case WORKING_HOURS -> work(local(start), local(due));
            case DAYS, HOURS -> {}
        }
        return new Reckoning(start, term, due, List.copyOf(steps));
    }

    private void count(LocalDate first, LocalDate last) {
        int counted = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                counted++;
                count(day, counted);
            } else {
                skip(day);
            }
        }
    }

    private void count(LocalDate day, int counted) {
        String feast = calendar.feast(day);
        if (last() instanceof Counted run && Objects.equals(run.feast(), feast)) {
            steps.set(steps.size() - 1, new Counted(run.first(), day, counted, feast));
        } else {
            steps.add(new Counted(day, day, counted, feast));
        }
    }

    private void work(LocalDateTime start, LocalDateTime due) {
        for (LocalDate day = start.toLocalDate(); !day.isAfter(due.toLocalDate()); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                work(day, start, due);
            } else {
                skip(day);
            }
        }
    }

    private void work(LocalDate day, LocalDateTime start, LocalDateTime due) {
        LocalTime from = day.equals(start.toLocalDate()) ? start.toLocalTime() : LocalTime.MIN;
        LocalTime to = day.equals(due.toLocalDate()) ? due.toLocalTime() : LocalTime.MAX;
        List<Span> spans = Stream.of(
                        new Span(hours.morningStart(), hours.morningEnd()),
                        new Span(hours.afternoonStart(), hours.afternoonEnd()))
                .map(shift -> new Span(later(from, shift.from()), earlier(to, shift.to())))
                .filter(span -> span.from().isBefore(span.to()))
                .toList();
        // Whoever starts after work uses nothing of that day.
        if (!spans.isEmpty()) {
            steps.add(new Worked(day, spans, calendar.feast(day)));
        }
    }

    private void skip(LocalDate day) {
        String feast = calendar.feast(day);
        if (last() instanceof Skipped run && Objects.equals(run.feast(), feast)) {
            steps.set(steps.size() - 1, new Skipped(run.first(), day, feast));
        } else {
            steps.add(new Skipped(day, day, feast));
        }
    }

    private @Nullable Step last() {
        return steps.isEmpty() ? null : steps.getLast();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, DateFormats.ZONE);
    }

    private static LocalTime later(LocalTime a, LocalTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalTime earlier(LocalTime a, LocalTime b) {
        return a.isBefore(b) ? a : b;
    }
}
