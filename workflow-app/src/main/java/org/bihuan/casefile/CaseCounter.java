package org.bihuan.casefile;

import org.jspecify.annotations.Nullable;

/** Counts the cases of a prefix and a year; the database sets the number. */
final class CaseCounter {

    private final String prefix;
    private final int year;
    private @Nullable Long number;

    CaseCounter(String prefix, int year) {
        this.prefix = prefix;
        this.year = year;
    }

    String prefix() {
        return prefix;
    }

    int year() {
        return year;
    }

    /** The number counted last; 0 when nothing was counted for this prefix and year yet. */
    long number() {
        return number == null ? 0 : number;
    }
}
