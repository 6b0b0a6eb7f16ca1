package org.bihuan.outbox;

/** A message did not arrive, or nobody knows whether it did. */
public class DeliveryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean receiverDown;

    /**
     * @param code short and our own, for example {@code TIMEOUT}: it is kept and shown
     * @param receiverDown whether other messages need not be tried now either
     */
    public DeliveryFailedException(String code, boolean receiverDown) {
        super(code);
        this.receiverDown = receiverDown;
    }

    public String code() {
        return String.valueOf(getMessage());
    }

    public boolean receiverDown() {
        return receiverDown;
    }
}
