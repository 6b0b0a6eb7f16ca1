package org.bihuan.task;

import java.util.List;
import java.util.Optional;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.StepMoves;
import org.bihuan.engine.WayBack;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Post;
import org.bihuan.org.StaffService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What returning, taking back and cancelling have in common: the case as it is, and a step that opens again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StepsBack {

    private final CaseRegister register;
    private final OpenTasks open;
    private final StepMoves moves;
    private final StaffService staff;

    StepsBack(CaseRegister register, OpenTasks open, StepMoves moves, StaffService staff) {
        this.register = register;
        this.open = open;
        this.moves = moves;
        this.staff = staff;
    }

    /**
     * The entry of the case.
     *
     * @throws CaseNotFoundException when there is none
     */
    CaseFile file(CaseNumber number) {
        return register.find(number).orElseThrow(() -> new CaseNotFoundException(number.value()));
    }

    /**
     * The entry of the case, which nobody else changes until the transaction ends.
     *
     * @throws CaseNotFoundException when there is none
     */
    CaseFile locked(CaseNumber number) {
        open.lockCase(file(number).family(), number);
        return register.lock(number).orElseThrow(() -> new CaseNotFoundException(number.value()));
    }

    /** Why nothing of the case can be moved now, as key of a text. */
    Optional<String> atRest(CaseFile file) {
        if (file.closedAt() != null) {
            return Optional.of("task.refused.back.ended");
        }
        return open.ofCase(new CaseNumber(file.number())).stream().anyMatch(task -> task.suspendedAt() != null)
                ? Optional.of("task.refused.back.suspended")
                : Optional.empty();
    }

    /** Steps that somebody did and that hold, first things first. */
    List<DoneStep> holding(CaseNumber number) {
        return open.doneSteps(number).stream()
                .filter(step -> step.undoneAt() == null)
                .toList();
    }

    /** Of those steps the tasks that were done, in contrast to signatures and answers. */
    static List<DoneStep> tasks(List<DoneStep> steps) {
        return steps.stream().filter(step -> step.kind() == ItemKind.TASK).toList();
    }

    /** Whether several signed the step together, so that it belongs to none of them alone. */
    static boolean isSigned(List<DoneStep> steps, DoneStep step) {
        return steps.stream()
                .anyMatch(one -> one.kind() == ItemKind.SIGN && one.taskId().equals(step.taskId()));
    }

    /**
     * Goes the way back to a step that was done; what was done from there on holds no longer. Only the holder of a task
     * that was done by one person gets it again.
     *
     * @return the task that is open again; empty while a job must run before
     */
    Optional<InboxTask> go(CaseNumber number, WayBack way, DoneStep step) {
        List<DoneStep> holding = holding(number);
        var again = moves.again(way);
        int from = holding.indexOf(step);
        open.undone(holding.stream()
                .filter(one -> again.contains(one.taskId()))
                .filter(one -> holding.indexOf(one) >= from || one.taskId().equals(step.taskId()))
                .toList());
        List<String> reopened = moves.go(way);
        if (reopened.size() != 1) {
            return Optional.empty();
        }
        InboxTask task = open.lock(reopened.getFirst());
        if (!isSigned(holding, step) && holdsPostOf(task, step.staffId())) {
            open.hand(task, step.staffId(), null);
        }
        return open.find(task.taskId());
    }

    /** Whether the person may still do the task; not when the account is shut. */
    private boolean holdsPostOf(InboxTask task, long staffId) {
        return staff.postsOf(staffId).stream().map(Post::id).anyMatch(task.posts()::contains);
    }

    static TaskRefusedException refusal(WayBack.Hindrance hindrance, String verb) {
        return new TaskRefusedException("task.refused." + verb + "." + hindrance);
    }
}
