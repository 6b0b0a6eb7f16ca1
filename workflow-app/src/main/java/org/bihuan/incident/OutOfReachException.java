package org.bihuan.incident;

/** An incident cannot be dispatched to this unit; the message is the unit's name, empty when there is no such unit. */
public class OutOfReachException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfReachException(String unitName) {
        super(unitName);
    }
}
