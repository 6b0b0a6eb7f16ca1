package org.bihuan.org;

import java.util.List;

/**
 * What an import did. The good rows are in, whatever the bad ones are.
 *
 * @param added units that did not exist before
 * @param changed units with a new name, kind or parent
 * @param unchanged units that were already as the file says
 * @param badRows rows that were left out, in the order of the file
 */
public record ImportReport(int added, int changed, int unchanged, List<BadRow> badRows) {

    public ImportReport {
        badRows = List.copyOf(badRows);
    }

    /** How many rows are in: added, changed or already there. */
    public int good() {
        return added + changed + unchanged;
    }

    /**
     * A row that was left out.
     *
     * @param line line of the file, counted from 1
     * @param code the unit's code as the file has it; empty if it has none
     * @param detail the value at fault, for example the code of the unknown parent; may be empty
     */
    public record BadRow(long line, String code, Reason reason, String detail) {}

    /** Why a row was left out. */
    public enum Reason {
        /** The file is neither UTF-8 nor GBK text. */
        NOT_TEXT,
        /** The file has no header line. */
        EMPTY,
        /** The header lacks the column named in the detail. */
        MISSING_COLUMN,
        /** The text from this line on is no CSV, for example a quote that never closes. */
        BROKEN_CSV,
        MISSING_CODE,
        /** Units of the territory have 12 or 15 digits, departments 2 to 24 letters, digits, - or _. */
        BAD_CODE,
        MISSING_NAME,
        /** More than 100 characters. */
        LONG_NAME,
        /** Neither level nor level name is one the program knows. */
        UNKNOWN_LEVEL,
        /** An earlier line of the file has the same code. */
        DUPLICATE_CODE,
        /** The parent is neither in the file (as a good row) nor known from before. */
        UNKNOWN_PARENT,
        /** Following the parents upwards leads back to the unit itself. */
        CYCLE;

        /** Key of the plain words in the translations; takes the detail as its argument. */
        public String messageKey() {
            return "org.import.reason." + name();
        }
    }
}
