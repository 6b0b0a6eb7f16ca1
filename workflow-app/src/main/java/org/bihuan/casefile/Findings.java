package org.bihuan.casefile;

import java.util.ArrayList;
import java.util.List;

/** Violations of one invariant: all are counted, the first few are named. */
public final class Findings {

    private static final int NAMED = 10;

    private final List<String> first = new ArrayList<>();
    private long count;

    /**
     * Adds one violation.
     *
     * @param offender case number, or number of whatever else is wrong; no personal data
     */
    public void add(String offender) {
        count++;
        if (first.size() < NAMED) {
            first.add(offender);
        }
    }

    public long count() {
        return count;
    }

    /** At most ten of them. */
    public List<String> first() {
        return List.copyOf(first);
    }
}
