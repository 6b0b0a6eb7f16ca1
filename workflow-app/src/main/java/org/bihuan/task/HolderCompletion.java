package org.bihuan.task;

import java.util.Map;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Completes a task for its holder when everybody has signed what the holder sent. */
@Component
class HolderCompletion {

    private final InboxService inbox;
    private final TaskFamilies families;
    private final TaskDesk desk;
    private final CurrentUser user;
    private final TransactionTemplate nested;

    HolderCompletion(
            InboxService inbox,
            TaskFamilies families,
            TaskDesk desk,
            CurrentUser user,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.families = families;
        this.desk = desk;
        this.user = user;
        this.nested = new TransactionTemplate(transactions);
        // A refusal undoes what belongs to the completion and leaves the last signature as it is.
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Does it as the holder.
     *
     * @return whether it was done; otherwise the holder may not any more, or the family refused
     */
    boolean complete(InboxTask task, long holderId, Map<String, Object> answers) {
        try {
            user.as(
                    holderId,
                    () -> nested.executeWithoutResult(status -> {
                        InboxTask held = inbox.requireHolder(task.taskId());
                        desk.tell(held, "completedBySigning", "");
                        families.of(held.family()).complete(held, answers);
                    }));
            return true;
        } catch (TaskRefusedException
                | NotYourTaskException
                | AlreadyTakenException
                | ClaimRefusedException
                | AccessDeniedException
                | CaseNotFoundException
                | StaleCaseException e) {
            return false;
        }
    }
}
