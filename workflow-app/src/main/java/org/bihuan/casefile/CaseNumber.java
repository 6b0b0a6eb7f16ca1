package org.bihuan.casefile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** The number that this text is; empty when it is none. */
    public static Optional<CaseNumber> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }

    static CaseNumber of(String prefix, int year, long counter) {
        return new CaseNumber("%s-%04d-%06d".formatted(prefix, year, counter));
    }

    @Override
    public String toString() {
        return value;
    }
}
