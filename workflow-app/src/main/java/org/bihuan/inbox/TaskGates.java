package org.bihuan.inbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All gates, looked up when asked: a gate may itself need the inbox. */
@Component
class TaskGates {

    private final ObjectProvider<TaskGate> gates;

    TaskGates(ObjectProvider<TaskGate> gates) {
        this.gates = gates;
    }

    /**
     * @throws TaskRefusedException when one of them is shut
     */
    void check(InboxTask task, TaskGate.Deed deed) {
        gates.orderedStream().forEach(gate -> gate.check(task, deed));
    }
}
