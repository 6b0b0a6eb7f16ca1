package org.bihuan.incident;

/** The case into which another should be merged does not exist, is not earlier, or was dismissed itself. */
public class NoEarlierCaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
