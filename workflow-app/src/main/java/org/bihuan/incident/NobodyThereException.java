package org.bihuan.incident;

/** Nobody holds the post that should handle an incident; the message is the unit's name. */
public class NobodyThereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NobodyThereException(String unitName) {
        super(unitName);
    }
}
