package org.bihuan.task;

import java.util.List;
import java.util.Optional;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskGate;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.CaseReading;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 会签、或签、依次: several people say together what becomes of a task, or what they think of somebody's work on it. */
@Service
@Transactional
public class Signing {

    private final SignerMapper mapper;
    private final SignerLedger ledger;
    private final SigningOutcome outcome;
    private final OpenTasks open;
    private final TaskDesk desk;
    private final CaseReading reading;
    private final CurrentUser user;

    Signing(
            SignerMapper mapper,
            SignerLedger ledger,
            SigningOutcome outcome,
            OpenTasks open,
            TaskDesk desk,
            CaseReading reading,
            CurrentUser user) {
        this.mapper = mapper;
        this.ledger = ledger;
        this.outcome = outcome;
        this.open = open;
        this.desk = desk;
        this.reading = reading;
        this.user = user;
    }

    /**
     * How far a task is that several people sign.
     *
     * @param joint whether they decide it; otherwise its holder asked them
     * @param decided how many have signed
     * @param all how many sign
     * @param asked names of those whose turn it is
     */
    public record Progress(String taskId, String taskKey, boolean joint, int decided, int all, List<String> asked) {}

    /** What the current user may sign of the case now. */
    @PreAuthorize("@rights.may('task.sign')")
    @Transactional(readOnly = true)
    public List<Signer> open(CaseNumber number) {
        return mapper.askedOf(number.value(), user.require().id());
    }

    /**
     * The row of the ledger that is the current user's.
     *
     * @throws CaseNotFoundException when there is none, or it is a colleague's
     */
    @PreAuthorize("@rights.may('task.sign')")
    @Transactional(readOnly = true)
    public Signer own(long signerId) {
        Signer signer = ledger.find(signerId);
        if (signer.staffId() != user.require().id()) {
            throw new CaseNotFoundException("signer");
        }
        return signer;
    }

    /**
     * The open task that people sign, for whoever may read its case; empty when it has ended.
     *
     * @throws CaseNotFoundException when the current user may not
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public Optional<InboxTask> task(String taskId) {
        requireReading(taskId);
        return open.find(taskId);
    }

    /**
     * Everybody who signs the task or did, in the order in which they were asked; nobody where it has no signers.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<Signer> ledger(String taskId) {
        requireReading(taskId);
        return ledger.signers(taskId);
    }

    /**
     * How far the open tasks of the case are that somebody signs.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<Progress> of(CaseNumber number) {
        requireReading(number);
        return mapper.ofCase(number.value()).stream().map(this::progress).toList();
    }

    private Progress progress(TaskSigning signing) {
        List<Signer> signers = ledger.signers(signing.taskId()).stream()
                .filter(signer -> signer.endedAt() == null)
                .toList();
        return new Progress(
                signing.taskId(),
                signing.taskKey(),
                signing.rule() != null,
                (int) signers.stream()
                        .filter(signer -> signer.state() == SignerState.DECIDED)
                        .count(),
                signers.size(),
                signers.stream()
                        .filter(signer -> signer.state() == SignerState.ASKED)
                        .map(Signer::name)
                        .toList());
    }

    /**
     * Signs.
     *
     * @param opinion why; may be empty unless the vote is against
     * @throws CaseNotFoundException when the row is not the current user's
     * @throws AlreadyTakenException when it was signed before, or the task has ended
     * @throws TaskRefusedException when others come first, when nobody wants the signature any more, when the case rests,
     *     or when the opinion is missing or too long
     */
    @PreAuthorize("@rights.may('task.sign')")
    public void sign(long signerId, Vote vote, String opinion) {
        InboxTask task = ledger.lock(own(signerId));
        Signer signer = own(signerId);
        requireTurn(signer);
        open.check(task, TaskGate.Deed.SIGN);
        String words = vote == Vote.REJECT ? TaskDesk.reason(opinion) : TaskDesk.note(opinion);
        ledger.decide(signer, vote, words);
        desk.tell(
                task,
                switch (vote) {
                    case AGREE -> "agreed";
                    case REJECT -> "objected";
                    case ABSTAIN -> "abstained";
                },
                words);
        outcome.voted(task, signer);
    }

    private void requireTurn(Signer signer) {
        switch (signer.state()) {
            case ASKED -> {}
            case DECIDED -> throw new AlreadyTakenException(signer.staffId(), signer.name(), signer.decidedAt());
            case WAITING -> {
                List<String> awaited = mapper.awaited(signer.id());
                throw awaited.isEmpty()
                        ? new TaskRefusedException("task.refused.sign.returned")
                        : new TaskRefusedException("task.refused.sign.waits", String.join("、", awaited));
            }
            case REMOVED, CLOSED -> throw new TaskRefusedException("task.refused.sign.gone");
        }
    }

    private void requireReading(String taskId) {
        TaskSigning signing = mapper.signing(taskId);
        CaseNumber number = signing != null
                ? new CaseNumber(signing.caseNumber())
                : open.find(taskId).map(TaskDesk::number).orElseThrow(() -> new CaseNotFoundException("task"));
        requireReading(number);
    }

    private void requireReading(CaseNumber number) {
        if (!mapper.involves(number.value(), user.require().id())) {
            reading.require(number);
        }
    }
}
