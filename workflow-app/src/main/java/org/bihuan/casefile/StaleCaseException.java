package org.bihuan.casefile;

/** Somebody else changed the case since the caller read it; reload and try again. */
public class StaleCaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of the case with this number. */
    public StaleCaseException(String caseNumber) {
        super(caseNumber);
    }
}
