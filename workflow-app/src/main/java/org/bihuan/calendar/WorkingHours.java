package org.bihuan.calendar;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Hours of work on a working day, in the zone of {@link DateFormats#ZONE}. A day without a break has its morning end
 * where its afternoon starts.
 *
 * @throws IllegalArgumentException when the four times do not follow each other
 */
public record WorkingHours(
        LocalTime morningStart, LocalTime morningEnd, LocalTime afternoonStart, LocalTime afternoonEnd) {

    public WorkingHours {
        if (!morningStart.isBefore(morningEnd)
                || morningEnd.isAfter(afternoonStart)
                || !afternoonStart.isBefore(afternoonEnd)) {
            throw new IllegalArgumentException("Working hours must follow each other: %s–%s, %s–%s"
                    .formatted(morningStart, morningEnd, afternoonStart, afternoonEnd));
        }
    }

    /** 9:00–12:00 and 13:30–17:30. */
    public static WorkingHours usual() {
        return new WorkingHours(LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(13, 30), LocalTime.of(17, 30));
    }

    /** Working time of a whole day. */
    public Duration day() {
        return Duration.between(morningStart, morningEnd).plus(Duration.between(afternoonStart, afternoonEnd));
    }
}
