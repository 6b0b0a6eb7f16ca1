package org.bihuan.inbox;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who holds what and what lies where, for whoever moves the work of people or looks for what nobody does; locks nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskSurvey {

    private final OpenTaskMapper open;

    TaskSurvey(OpenTaskMapper open) {
        this.open = open;
    }

    /** Open tasks that this member of staff holds, the most urgent first. */
    public List<InboxTask> heldBy(long staffId) {
        return OpenTasks.tasks(open.ofHolder(staffId));
    }

    /** Open tasks that this member of staff gave to somebody for a while, the most urgent first. */
    public List<InboxTask> ownedBy(long staffId) {
        return OpenTasks.tasks(open.ofOwner(staffId));
    }

    /** Open tasks that nobody holds and this post may take, those after {@code taskId}. */
    public List<InboxTask> waitingFor(long postId, String taskId, int limit) {
        return OpenTasks.tasks(open.waitingFor(postId, taskId, limit));
    }

    /** Everybody who holds tasks, with the posts that may take them. */
    public List<Hold> holds() {
        return open.holds();
    }

    /** Posts whose tasks nobody holds. */
    public List<Long> waitingPosts() {
        return open.waitingPosts();
    }

    /** Somebody holds tasks that this post may take. */
    public record Hold(long staffId, long postId) {}

    /** Rows of this kind about the task. */
    public List<InboxItem> asked(String taskId, ItemKind kind) {
        return open.asked(taskId, kind);
    }

    /** Tasks about which rows of this kind ask this post for something. */
    public List<String> askedOf(long postId, ItemKind kind) {
        return open.askedOf(postId, kind);
    }

    /** Tasks about which rows of this kind ask anybody for something. */
    public List<String> askedAbout(ItemKind kind) {
        return open.askedAbout(kind);
    }
}
