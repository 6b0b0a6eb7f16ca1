package org.bihuan.task;

import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.TaskGate;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.springframework.stereotype.Component;

/** What was given to somebody for a while goes back to its owner, who completes it. */
@Component
class DelegatedGate implements TaskGate {

    private final StaffService staff;

    DelegatedGate(StaffService staff) {
        this.staff = staff;
    }

    @Override
    public void check(InboxTask task, Deed deed) {
        if (deed == Deed.COMPLETE && task.ownerId() != null) {
            throw new TaskRefusedException(
                    "task.refused.delegated",
                    staff.find(task.ownerId()).map(Staff::name).orElse(""));
        }
    }
}
