package org.bihuan.engine;

/**
 * Something in a model that may not be.
 *
 * @param line where it begins; 0 when it is the whole file
 * @param element id of the element, or of the nearest around it; may be empty
 * @param detail the name or value at fault; may be empty
 */
public record ModelFinding(ModelRule rule, int line, String element, String detail) {

    /** For the log and for exceptions; people read the translation of the rule. */
    @Override
    public String toString() {
        return rule
                + (line > 0 ? " line " + line : "")
                + (element.isEmpty() ? "" : " at " + element)
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
