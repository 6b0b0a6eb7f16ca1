package org.bihuan.calendar;

/**
 * A row of a calendar file that cannot be used.
 *
 * @param line number of the line in the file, from 1
 * @param value the text that is wrong, at most 60 characters of it
 */
public record BadRow(long line, Problem problem, String value) {

    /** Why; each has a sentence under the key {@code calendar.import.bad.<name>}. */
    public enum Problem {
        /** A column is missing in the first line. */
        HEADER,
        /** The file holds no days. */
        EMPTY,
        /** Not CSV from here on. */
        SYNTAX,
        /** More or fewer fields than columns. */
        FIELDS,
        /** Not a date such as 2027-10-01. */
        DATE,
        /** Neither holiday nor workday. */
        KIND,
        /** A workday that is no Saturday or Sunday: probably a slip in the date. */
        NOT_WEEKEND,
        /** No name, or one of more than 40 characters. */
        NAME,
        /** A source of more than 200 characters. */
        SOURCE,
        /** The day stood in the file before. */
        TWICE
    }

    public BadRow {
        value = value.length() > 60 ? value.substring(0, value.offsetByCodePoints(0, 30)) + "…" : value;
    }
}
