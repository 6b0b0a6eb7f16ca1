package org.bihuan.transaction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One try, and whether anything of it was kept. A failure may come after the commit (from what is done after it), and a
 * commit may fail in a way that leaves its outcome open: neither may be tried again.
 */
final class Attempt {

    private static final ThreadLocal<@Nullable Attempt> CURRENT = new ThreadLocal<>();

    private int open;

    private boolean kept;

    private Attempt() {}

    static Attempt begin() {
        var attempt = new Attempt();
        CURRENT.set(attempt);
        return attempt;
    }

    /** Whether this thread is trying something already. */
    static boolean isRunning() {
        return CURRENT.get() != null;
    }

    void end() {
        CURRENT.remove();
    }

    /** Whether it is certain that nothing stayed. */
    boolean leftNothing() {
        return !kept;
    }

    private void watch(TransactionExecution transaction) {
        // A transaction of its own inside the first is kept on purpose, also when the first one fails.
        boolean matters = open++ == 0 && !transaction.isReadOnly();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                open--;
                kept |= matters && status != STATUS_ROLLED_BACK;
            }
        });
    }

    /** Hears of every transaction that begins. */
    @Component
    static final class Watch implements TransactionExecutionListener {

        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
            Attempt attempt = CURRENT.get();
            if (attempt != null
                    && failure == null
                    && !transaction.isNested()
                    && TransactionSynchronizationManager.isSynchronizationActive()) {
                attempt.watch(transaction);
            }
        }
    }
}
