package org.bihuan.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A term as rules write it. A working day is never turned into hours, nor a day into working hours: each unit is
 * reckoned for itself.
 *
 * @param amount how many of the unit, 1 to 9999
 */
public record Term(int amount, Unit unit) {

    /** What a term counts. */
    public enum Unit {
        /** Working days after the day of start, {@code 5WD}: due when work ends on the last of them. */
        WORKING_DAYS,
        /** Hours of working time, {@code 4WH}. */
        WORKING_HOURS,
        /** Days of the calendar, {@code P3D}: due at the same time of day. */
        DAYS,
        /** Hours by the clock, {@code PT2H}. */
        HOURS
    }

    private static final Pattern WORKING = Pattern.compile("(\\d{1,4})W([DH])");

    private static final Pattern PLAIN = Pattern.compile("P(T?)(\\d{1,4})([DH])");

    public Term {
        if (amount < 1 || amount > 9999) {
            throw new IllegalArgumentException("A term is 1 to 9999 days or hours, not " + amount);
        }
    }

    /**
     * Reads {@code 5WD}, {@code 4WH}, {@code P3D} or {@code PT2H}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static Term parse(String text) {
        Matcher working = WORKING.matcher(text);
        if (working.matches()) {
            Unit unit = working.group(2).equals("D") ? Unit.WORKING_DAYS : Unit.WORKING_HOURS;
            return new Term(Integer.parseInt(working.group(1)), unit);
        }
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches() && plain.group(1).isEmpty() == plain.group(3).equals("D")) {
            Unit unit = plain.group(3).equals("D") ? Unit.DAYS : Unit.HOURS;
            return new Term(Integer.parseInt(plain.group(2)), unit);
        }
        throw new IllegalArgumentException("\"" + text + "\" is no term: write 5WD for working days, 4WH for working "
                + "hours, P3D for calendar days or PT2H for hours");
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (unit) {
            case WORKING_DAYS -> amount + "WD";
            case WORKING_HOURS -> amount + "WH";
            case DAYS -> "P" + amount + "D";
            case HOURS -> "PT" + amount + "H";
        };
    }
}
