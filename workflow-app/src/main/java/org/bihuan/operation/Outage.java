package org.bihuan.operation;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from other failures. */
public final class Outage {

    /** Class of the SQL states about lost and refused connections. */
    private static final String CONNECTION = "08";

    private Outage() {}

    /** Whether the error comes from a connection that was refused or broke; an exhausted pool is something else. */
    public static boolean isDatabaseGone(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(CONNECTION)) {
                return true;
            }
        }
        return false;
    }
}
