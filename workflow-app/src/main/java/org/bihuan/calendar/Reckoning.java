package org.bihuan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a deadline came about.
 *
 * @param steps from the start to the deadline, in order; none for terms that go by the clock
 */
public record Reckoning(Instant start, Term term, Instant due, List<Step> steps) {

    /** What a day, or several in a row, did to the term. */
    public sealed interface Step {}

    /**
     * A day of which working time was used.
     *
     * @param feast for which the day is worked in exchange; empty on other days
     */
    public record Worked(
            LocalDate day, List<Span> spans, @Nullable String feast) implements Step {

        /** Working time used on that day. */
        public Duration used() {
            return spans.stream()
                    .map(span -> Duration.between(span.from(), span.to()))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** From one time of the day to another. */
    public record Span(LocalTime from, LocalTime to) {}

    /**
     * Working days in a row that were counted.
     *
     * @param upTo how many are counted with the last of them
     * @param feast for which they are worked in exchange; empty for other days
     */
    public record Counted(
            LocalDate first,
            LocalDate last,
            int upTo,
            @Nullable String feast) implements Step {

        int days() {
            return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        }
    }

    /**
     * Days in a row that do not count.
     *
     * @param feast empty for a weekend
     */
    public record Skipped(
            LocalDate first, LocalDate last, @Nullable String feast) implements Step {}
}
