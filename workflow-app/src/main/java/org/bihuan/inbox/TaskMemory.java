package org.bihuan.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction knows of tasks as long as it lasts: those that it looked at or began, so that they need not be read
 * again, and which one was completed last, because the tasks that begin afterwards come from it.
 */
@Component
class TaskMemory {

    private static final class Known {

        private final Map<String, InboxTask> tasks = new HashMap<>();
        private @Nullable String completed;
    }

    /** The task as its rows are now. */
    void know(InboxTask task) {
        known().tasks.put(task.taskId(), task);
    }

    Optional<InboxTask> find(String taskId) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? Optional.ofNullable(known().tasks.get(taskId))
                : Optional.empty();
    }

    void completed(String taskId) {
        known().completed = taskId;
        known().tasks.remove(taskId);
    }

    /** The task completed last; empty when the program went on by itself. */
    @Nullable String completedLast() {
        return known().completed;
    }

    /** Somebody changes rows of the task in another way. */
    void forget(String taskId) {
        known().tasks.remove(taskId);
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
