package org.bihuan.casefile;

import java.util.regex.Pattern;

/**
 * Number of a case as people read it aloud, for example {@code SBQ-2026-000123}: prefix of the unit, year, counter.
 *
 * @throws IllegalArgumentException when the text does not have that shape
 */
public record CaseNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{0,11}-\\d{4}-\\d{6,9}");

    public CaseNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case number: " + value);
        }
    }

    static CaseNumber of(String prefix, int year, long counter) {
        return new CaseNumber("%s-%04d-%06d".formatted(prefix, year, counter));
    }

    @Override
    public String toString() {
        return value;
    }
}
