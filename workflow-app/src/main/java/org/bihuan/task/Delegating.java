package org.bihuan.task;

import java.util.List;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.inbox.TaskSurvey;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 委派: the holder gives a task to somebody who looks into it and gives it back; completing stays with the owner. */
@Service
@Transactional
public class Delegating {

    private final TaskDesk desk;
    private final OpenTasks open;
    private final TaskSurvey survey;
    private final Receivers receivers;
    private final StaffService staff;
    private final CurrentUser user;

    Delegating(
            TaskDesk desk,
            OpenTasks open,
            TaskSurvey survey,
            Receivers receivers,
            StaffService staff,
            CurrentUser user) {
        this.desk = desk;
        this.open = open;
        this.survey = survey;
        this.receivers = receivers;
        this.staff = staff;
        this.user = user;
    }

    /** A task that the current user gave to somebody for a while. */
    public record Delegated(InboxTask task, String delegateName) {}

    /** What the current user gave to others and gets back, the most urgent first. */
    @PreAuthorize("@rights.may('task.delegate')")
    @Transactional(readOnly = true)
    public List<Delegated> delegatedByMe() {
        return survey.ownedBy(user.require().id()).stream()
                .map(task -> new Delegated(task, name(task.assigneeId())))
                .toList();
    }

    /**
     * Gives the task to somebody until he hands it back.
     *
     * @param words what he is to do
     * @throws TaskRefusedException when the person may not have it, nothing is said, or the task was itself given to the
     *     current user for a while
     */
    @PreAuthorize("@rights.may('task.delegate')")
    public void delegate(String taskId, long staffId, String words) {
        String wish = TaskDesk.reason(words);
        InboxTask locked = open.lock(taskId);
        if (isMine(locked) && locked.ownerId() != null) {
            throw new TaskRefusedException("task.refused.delegated.again", name(locked.ownerId()));
        }
        InboxTask task = desk.held(taskId);
        long me = user.require().id();
        Staff delegate = Receivers.require(receivers.of(task, me), staffId).person();
        open.hand(task, delegate.id(), me);
        desk.tell(task, "delegated", delegate.name() + ":" + wish);
    }

    /**
     * Gives the task back to the one who gave it, or to its posts when he could not go on with it.
     *
     * @param opinion what was found
     * @throws NotYourTaskException when the task was not given to the current user for a while
     */
    @PreAuthorize("@rights.may('task.handBack')")
    public void handBack(String taskId, String opinion) {
        String found = TaskDesk.reason(opinion);
        InboxTask task = open.lock(taskId);
        Long owner = task.ownerId();
        if (!isMine(task) || owner == null) {
            throw new NotYourTaskException("Nobody gave the task to the current user for a while");
        }
        boolean there =
                staff.postsOf(owner).stream().anyMatch(post -> task.posts().contains(post.id()));
        open.hand(task, there ? owner : null, null);
        if (!there) {
            open.released(task);
        }
        desk.tell(task, "handedBack", name(owner) + ":" + found);
    }

    /**
     * Takes the task back before it is handed back.
     *
     * @throws NotYourTaskException when the current user did not give it to anybody
     */
    @PreAuthorize("@rights.may('task.delegate')")
    public void recall(String taskId) {
        InboxTask task = open.lock(taskId);
        Long owner = task.ownerId();
        long me = user.require().id();
        if (owner == null || owner != me) {
            throw new NotYourTaskException("The current user gave the task to nobody");
        }
        open.hand(task, me, null);
        desk.tell(task, "recalled", name(task.assigneeId()));
    }

    private boolean isMine(InboxTask task) {
        Long holder = task.assigneeId();
        return holder != null && user.staffId().filter(holder::equals).isPresent();
    }

    private String name(@Nullable Long staffId) {
        return staffId == null ? "" : staff.find(staffId).map(Staff::name).orElse("");
    }
}
