package org.bihuan.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction did with tasks, as long as it lasts: which it began with whom, and which one was completed last,
 * because the tasks that begin afterwards come from it.
 */
@Component
class TaskMemory {

    private static final class Known {

        private final Map<String, @Nullable Long> begun = new HashMap<>();
        private @Nullable String completed;
    }

    void began(String taskId, @Nullable Long holder) {
        known().begun.put(taskId, holder);
    }

    /** Whether the task began in this transaction with this holder. */
    boolean beganWith(String taskId, @Nullable Long holder) {
        Map<String, @Nullable Long> begun = known().begun;
        return begun.containsKey(taskId) && Objects.equals(begun.get(taskId), holder);
    }

    void completed(String taskId) {
        known().completed = taskId;
    }

    /** The task completed last; empty when the program went on by itself. */
    @Nullable String completedLast() {
        return known().completed;
    }

    private Known known() {
        var known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var begun = new Known();
        TransactionSynchronizationManager.bindResource(this, begun);
        TransactionSynchronizationManager.registerSynchronization(new Forgetting(begun));
        return begun;
    }

    private final class Forgetting implements TransactionSynchronization {

        private final Known known;

        Forgetting(Known known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(TaskMemory.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TaskMemory.this, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TaskMemory.this);
        }
    }
}
