package org.bihuan.engine;

/** Hears of every user task inside the engine's transaction, so that what it writes is never out of step. */
public interface TaskObserver {

    void created(TaskFacts task);

    /** The model or an administrator gave the task to somebody or took it away; who takes it in the inbox is not told. */
    void assigned(TaskFacts task);

    void completed(TaskFacts task);

    /** The task ended without being done, for example because its case was dismissed. */
    void cancelled(TaskFacts task);
}
