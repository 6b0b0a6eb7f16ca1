package org.bihuan.incident;

/** The reporter has added to the case as often as the private link allows in a day. */
public class TooManySupplementsException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
