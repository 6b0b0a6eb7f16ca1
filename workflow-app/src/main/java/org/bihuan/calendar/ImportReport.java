package org.bihuan.calendar;

import java.util.List;

/**
 * What an import did. With bad rows it did nothing, since a year with a gap gives wrong deadlines that nobody notices.
 *
 * @param years years that the file replaced, in order
 * @param added days that were not known
 * @param changed days that were known differently
 * @param removed days of these years that the file no longer names
 * @param unchanged days that were known just so
 */
public record ImportReport(
        List<Integer> years, int added, int changed, int removed, int unchanged, List<BadRow> badRows) {

    static ImportReport refused(List<BadRow> badRows) {
        return new ImportReport(List.of(), 0, 0, 0, 0, List.copyOf(badRows));
    }

    /** Whether the file counts now. */
    public boolean accepted() {
        return badRows.isEmpty();
    }

    boolean changedAnything() {
        return added + changed + removed > 0;
    }
}
