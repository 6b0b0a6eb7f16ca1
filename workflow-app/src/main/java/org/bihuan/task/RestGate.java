package org.bihuan.task;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.RestingTasks;
import org.bihuan.inbox.TaskGate;
import org.springframework.stereotype.Component;

/** Nobody takes or does a task of a case at rest. */
@Component
class RestGate implements TaskGate {

    private final RestingTasks resting;

    RestGate(RestingTasks resting) {
        this.resting = resting;
    }

    @Override
    public void check(InboxTask task, Deed deed) {
        // Whoever does a task read it when the case was locked, and the row of one at rest cannot be taken.
        if (deed == Deed.SIGN || task.suspendedAt() != null) {
            resting.requireAwake(new CaseNumber(task.caseNumber()));
        }
    }
}
