package org.bihuan.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 后加签: what the holder of a task answered takes effect when those who sign after it have signed. */
@Service
@Transactional
public class Finishing {

    private final SignerMapper mapper;
    private final SignerLedger ledger;
    private final SentAnswers answers;
    private final TaskFamilies families;
    private final SigningHolder holder;
    private final OpenTasks open;
    private final TaskDesk desk;
    private final CurrentUser user;

    Finishing(
            SignerMapper mapper,
            SignerLedger ledger,
            SentAnswers answers,
            TaskFamilies families,
            SigningHolder holder,
            OpenTasks open,
            TaskDesk desk,
            CurrentUser user) {
        this.mapper = mapper;
        this.ledger = ledger;
        this.answers = answers;
        this.families = families;
        this.holder = holder;
        this.open = open;
        this.desk = desk;
        this.user = user;
    }

    /**
     * Does an own task: at once where nobody signs after it, otherwise when the last of them has agreed. If one is
     * against it, the task is the holder's again.
     *
     * @param given answers of the task's form, by the keys of its fields
     * @throws org.bihuan.inbox.NotYourTaskException when the current user does not hold it
     * @throws org.bihuan.inbox.AlreadyTakenException when it has ended or a colleague holds it
     * @throws TaskRefusedException when others come first, or it was sent before
     */
    @PreAuthorize("@rights.may('task.finish')")
    public void finish(String taskId, Map<String, Object> given) {
        InboxTask task = open.lock(taskId);
        holder.require(task);
        List<Signer> waiting = ledger.signers(taskId).stream()
                .filter(signer -> signer.state().isOpen())
                .toList();
        SigningGate.require(waiting, SignerPlace.BEFORE, "task.refused.signing.before");
        SigningGate.require(waiting, SignerPlace.BESIDE, "task.refused.signing.beside");
        if (waiting.isEmpty()) {
            families.of(task.family()).complete(task, given);
            return;
        }
        if (ledger.signing(taskId).sentAt() != null) {
            throw new TaskRefusedException("task.refused.signing.sent", SignerLedger.names(waiting));
        }
        ledger.send(task, answers.write(given));
        open.changed(task);
        desk.tell(task, "sentToSign", SignerLedger.names(waiting));
    }

    /**
     * What the holder sent last, for the holder and for those who sign it; empty for everybody else, when nothing was
     * sent, and when the task has ended.
     */
    @PreAuthorize("@rights.may('task.finish')")
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> sent(String taskId) {
        InboxTask task = open.find(taskId).orElse(null);
        TaskSigning signing = mapper.signing(taskId);
        if (task == null || signing == null || signing.answers() == null) {
            return Optional.empty();
        }
        long me = user.require().id();
        boolean mine = task.assigneeId() != null && task.assigneeId() == me;
        if (!mine && ledger.after(signing).stream().noneMatch(signer -> signer.staffId() == me)) {
            return Optional.empty();
        }
        return Optional.of(answers.read(task.formKey(), signing.answers()));
    }
}
