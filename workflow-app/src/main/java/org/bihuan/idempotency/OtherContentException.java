package org.bihuan.idempotency;

/** Something else was sent before under the same key; nothing was done now. */
public class OtherContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherContentException() {
        super("Other content was sent before under this key");
    }
}
