package org.bihuan.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers, as long as a transaction lasts, which task was completed in it last: the tasks that begin afterwards in the
 * same transaction come from it.
 */
@Component
class TaskOrigin {

    void completed(String taskId) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.unbindResource(this);
        } else {
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        TransactionSynchronizationManager.bindResource(this, taskId);
    }

    /** Empty when the program went on by itself. */
    @Nullable String current() {
        return (String) TransactionSynchronizationManager.getResource(this);
    }

    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TaskOrigin.this);
        }
    }
}
