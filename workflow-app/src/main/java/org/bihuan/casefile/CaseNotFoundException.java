package org.bihuan.casefile;

/** There is no such case, or none that the caller may know of. */
public class CaseNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CaseNotFoundException(String message) {
        super(message);
    }
}
