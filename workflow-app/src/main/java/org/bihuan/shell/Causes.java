package org.bihuan.shell;

/** Looks into what an exception wraps. */
final class Causes {

    private Causes() {}

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
