package org.bihuan.task;

import java.util.List;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.org.CurrentUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 转办: the holder gives a task to somebody else for good. */
@Service
@Transactional
public class Transfer {

    private final TaskDesk desk;
    private final OpenTasks open;
    private final Receivers receivers;
    private final CurrentUser user;

    Transfer(TaskDesk desk, OpenTasks open, Receivers receivers, CurrentUser user) {
        this.desk = desk;
        this.open = open;
        this.receivers = receivers;
        this.user = user;
    }

    /**
     * To whom the current user may give the task that he holds, colleagues of its posts first.
     *
     * @throws org.bihuan.inbox.AlreadyTakenException when it has ended
     * @throws NotYourTaskException when the current user does not hold it
     */
    @PreAuthorize("@rights.may('task.transfer')")
    @Transactional(readOnly = true)
    public List<Receiver> receivers(String taskId) {
        long me = user.require().id();
        InboxTask task = open.require(taskId);
        Long holder = task.assigneeId();
        if (holder == null || holder != me) {
            throw new NotYourTaskException("Only the holder gives a task on");
        }
        return receivers.of(task, me);
    }

    /**
     * Gives the task to somebody else for good.
     *
     * @param reason for the receiver and the record
     * @throws org.bihuan.inbox.TaskRefusedException when the person may not have it, there is no reason, or the task was
     *     only given to the current user for a while
     */
    @PreAuthorize("@rights.may('task.transfer')")
    public void transfer(String taskId, long staffId, String reason) {
        String words = TaskDesk.reason(reason);
        InboxTask task = desk.held(taskId);
        Receiver receiver = Receivers.require(receivers.of(task, user.require().id()), staffId);
        receivers.give(task, receiver);
        desk.tell(task, "transferred", receiver.person().name() + ":" + words);
    }
}
