package org.bihuan.incident;

/** Somebody tried to check what that person handled. */
public class OwnWorkException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
