package org.bihuan.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an unforeseen error a short number that the person can read out and the log holds beside the stack trace. */
final class ErrorIds {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorIds.class);

    private static final SecureRandom RANDOM = new SecureRandom();

    private ErrorIds() {}

    /** Writes the error to the log and returns its number, for example {@code 4F0C-91AB}. */
    static String log(Throwable error) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String hex = HexFormat.of().withUpperCase().formatHex(bytes);
        String id = hex.substring(0, 4) + "-" + hex.substring(4);
        LOG.error("Error {}", id, error);
        return id;
    }

    /** Whether the error or one of its causes is of this type. */
    static boolean isCausedBy(Throwable error, Class<? extends Throwable> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
