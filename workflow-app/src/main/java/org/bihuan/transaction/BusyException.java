package org.bihuan.transaction;

import java.sql.SQLTransientConnectionException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * So many people do the same at this moment that it could not be done; nothing was kept, and trying again a little later
 * is right.
 */
public class BusyException extends ConcurrencyFailureException {

    private static final long serialVersionUID = 1L;

    BusyException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Whether this failure says only that the program is busy: every try was lost to others, or no connection to the
     * database was to be had in time.
     */
    public static boolean isCauseOf(Throwable failure) {
        return Races.chain(failure).stream()
                .anyMatch(link -> link instanceof BusyException || link instanceof SQLTransientConnectionException);
    }
}
