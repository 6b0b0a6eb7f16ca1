package org.bihuan.inbox;

/** Something that may keep a task from being taken or done for now; each reason is a bean, and all are asked. */
public interface TaskGate {

    /** What somebody is about to do. */
    enum Deed {
        CLAIM,
        COMPLETE,
        /** Signing the task, or asking others to. */
        SIGN
    }

    /**
     * Asked in the transaction of the deed, when the case is locked and the person may do it otherwise.
     *
     * @throws TaskRefusedException to undo it
     */
    void check(InboxTask task, Deed deed);
}
