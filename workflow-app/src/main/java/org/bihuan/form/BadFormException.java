package org.bihuan.form;

/** A form file says something that Bihuan does not understand; the program does not start with it. */
public class BadFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadFormException(String message) {
        super(message);
    }

    public BadFormException(String message, Throwable cause) {
        super(message, cause);
    }
}
