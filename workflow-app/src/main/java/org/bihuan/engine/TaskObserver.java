package org.bihuan.engine;

import java.util.Optional;

/** Hears of every user task inside the engine's transaction, so that what it writes is never out of step. */
public interface TaskObserver {

    void created(TaskFacts task);

    /** The model or an administrator gave the task to somebody or took it away; who takes it in the inbox is not told. */
    void assigned(TaskFacts task);

    /**
     * Who completes the task, asked just before: the engine itself is not told who takes a task, and its history shall
     * name somebody all the same. Empty when the program goes on by itself.
     */
    default Optional<Long> holder(String taskId) {
        return Optional.empty();
    }

    void completed(TaskFacts task);

    /** The task ended without being done, for example because its case was dismissed. */
    void cancelled(TaskFacts task);
}
