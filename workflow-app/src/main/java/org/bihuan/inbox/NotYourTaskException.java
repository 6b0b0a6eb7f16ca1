package org.bihuan.inbox;

/** The task belongs to none of the user's posts, or the user does not hold it. */
public class NotYourTaskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYourTaskException(String message) {
        super(message);
    }
}
