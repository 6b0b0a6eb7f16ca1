package org.bihuan.transaction;

import java.util.function.Supplier;

/**
 * What the current thread works for, which decides whose connections it uses: a long report or a thousand jobs must not
 * leave people waiting. Everything is for people until it says something else.
 */
public enum WorkKind {
    /** Somebody waits for the answer. */
    PEOPLE,
    /** The engine's jobs, scheduled work, messages to the outside. */
    JOBS,
    /** Exports, dashboards, figures for monitoring. */
    REPORTS;

    private static final ThreadLocal<WorkKind> CURRENT = ThreadLocal.withInitial(() -> PEOPLE);

    /** What this thread works for now. */
    public static WorkKind current() {
        return CURRENT.get();
    }

    /** Does it as work of this kind. A transaction that runs already keeps its connection. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Does it as work of this kind and returns what it returns. */
    public <T> T call(Supplier<T> work) {
        WorkKind before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == PEOPLE) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
