package org.bihuan.inbox;

/** Something that was kept for a task, noted by {@link OpenTasks#accompany}, and goes with it. */
public interface TaskCompanion {

    /** The task was done, or left behind by a return or a cancellation; called inside the engine's transaction. */
    void ended(String taskId);
}
