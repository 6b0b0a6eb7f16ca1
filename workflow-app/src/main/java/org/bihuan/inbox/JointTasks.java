package org.bihuan.inbox;

import org.bihuan.engine.TaskFacts;

/** Knows which tasks several people sign together instead of one taking them. */
public interface JointTasks {

    /**
     * Called in the engine's transaction when a task begins; asks those who sign it, if it is such a task.
     *
     * @param facts what the model says about the task: the posts whose holders are to sign, in their order
     * @return whether anybody was asked; otherwise its posts may take the task like any other
     */
    boolean begin(InboxTask task, TaskFacts facts);
}
