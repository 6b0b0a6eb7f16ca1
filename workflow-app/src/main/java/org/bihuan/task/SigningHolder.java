package org.bihuan.task;

import java.util.Objects;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskGate;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The holder of a task as far as signing goes: one who waits for others may still ask or spare them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SigningHolder {

    private final OpenTasks open;
    private final CurrentUser user;
    private final StaffService staff;

    SigningHolder(OpenTasks open, CurrentUser user, StaffService staff) {
        this.open = open;
        this.user = user;
        this.staff = staff;
    }

    /**
     * Goes on only when the current user holds the task, whether others have still to sign it or not.
     *
     * @param task locked
     * @throws AlreadyTakenException when a colleague holds it
     * @throws NotYourTaskException when nobody does, or the holder lost the post
     * @throws org.bihuan.inbox.TaskRefusedException when it rests
     */
    void require(InboxTask task) {
        Long holder = task.assigneeId();
        boolean ofMyPosts = user.posts().stream().map(Post::id).anyMatch(task.posts()::contains);
        if (holder == null || !ofMyPosts) {
            throw new NotYourTaskException("Nobody holds the task, or not for a post of this person");
        }
        if (!Objects.equals(holder, user.staffId().orElse(null))) {
            throw new AlreadyTakenException(
                    holder, staff.find(holder).map(Staff::name).orElse(""), null);
        }
        open.check(task, TaskGate.Deed.SIGN);
    }
}
