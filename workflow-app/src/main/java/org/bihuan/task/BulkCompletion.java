package org.bihuan.task;

import java.util.Map;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.TaskRefusedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does tasks without opening them, where their family says with which answers. */
@Service
@Transactional
public class BulkCompletion {

    private final InboxService inbox;
    private final TaskDesk desk;
    private final TaskFamilies families;

    BulkCompletion(InboxService inbox, TaskDesk desk, TaskFamilies families) {
        this.inbox = inbox;
        this.desk = desk;
        this.families = families;
    }

    /**
     * Takes the task, unless the current user holds it, and does it with the answers that its family gives.
     *
     * @throws TaskRefusedException when it has to be opened to be done, or rests
     * @throws org.bihuan.inbox.AlreadyTakenException when somebody else was first
     * @throws org.bihuan.inbox.NotYourTaskException when none of the user's posts may take it
     */
    @PreAuthorize("@rights.may('task.bulk')")
    public void complete(String taskId) {
        inbox.claim(taskId);
        InboxTask task = desk.held(taskId);
        TaskRules rules = families.of(task.family());
        Map<String, Object> answers =
                rules.bulkAnswers(task).orElseThrow(() -> new TaskRefusedException("task.refused.complete.family"));
        rules.complete(task, answers);
        desk.tell(task, "completedInBulk", "");
    }
}
