package org.bihuan.task;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.RestingTasks;
import org.bihuan.inbox.TaskGate;
import org.springframework.stereotype.Component;

/** Nobody takes or does a task of a case at rest. Reads anew: the task may have been read before the case was locked. */
@Component
class RestGate implements TaskGate {

    private final RestingTasks resting;

    RestGate(RestingTasks resting) {
        this.resting = resting;
    }

    @Override
    public void check(InboxTask task, Deed deed) {
        resting.requireAwake(new CaseNumber(task.caseNumber()));
    }
}
