package org.bihuan.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskGate;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 加签、减签: more people sign a task, or fewer. */
@Service
@Transactional
public class Signers {

    private final SignerLedger ledger;
    private final SigningOutcome outcome;
    private final SigningHolder holder;
    private final SignerPlacing placing;
    private final OpenTasks open;
    private final TaskDesk desk;
    private final CurrentUser user;
    private final Rights rights;

    Signers(
            SignerLedger ledger,
            SigningOutcome outcome,
            SigningHolder holder,
            SignerPlacing placing,
            OpenTasks open,
            TaskDesk desk,
            CurrentUser user,
            Rights rights) {
        this.ledger = ledger;
        this.outcome = outcome;
        this.holder = holder;
        this.placing = placing;
        this.open = open;
        this.desk = desk;
        this.user = user;
        this.rights = rights;
    }

    /**
     * Asks more people to sign: as holder of the task before, beside or after the own work; as one of those who sign it
     * together before, beside or after the own signature.
     *
     * @param note why; may be empty
     * @throws org.bihuan.inbox.NotYourTaskException when the current user neither holds nor signs the task
     * @throws org.bihuan.inbox.AlreadyTakenException when it has ended or a colleague holds it
     * @throws TaskRefusedException when one of them cannot sign it, and when the place makes no sense
     */
    @PreAuthorize("@rights.may('task.signer.add')")
    public void add(String taskId, SignerPlace place, List<Long> staffIds, String note) {
        InboxTask task = open.lock(taskId);
        if (place == SignerPlace.JOINT) {
            throw new IllegalArgumentException("Only the process asks people to sign together");
        }
        Set<Long> people = new LinkedHashSet<>(staffIds);
        String words = TaskDesk.note(note);
        if (task.isJoint()) {
            placing.atJoint(task, place, people, words);
        } else {
            holder.require(task);
            placing.atHeld(task, place, people, words);
        }
        ledger.ask(task);
        open.changed(task);
        List<Signer> added = ledger.signers(taskId);
        String names = SignerLedger.names(added.subList(added.size() - people.size(), added.size()));
        desk.tell(task, told(place), words.isEmpty() ? names : names + ": " + words);
    }

    private static String told(SignerPlace place) {
        return switch (place) {
            case BEFORE -> "signersBefore";
            case AFTER -> "signersAfter";
            case BESIDE, JOINT -> "signersBeside";
        };
    }

    /**
     * Spares somebody whom the current user asked, or who was asked about a task that the current user holds now.
     *
     * @param reason why
     * @throws CaseNotFoundException when the current user has not asked that person
     * @throws org.bihuan.inbox.AlreadyTakenException when the task has ended
     * @throws TaskRefusedException when that person has signed, or nobody would be left
     */
    @PreAuthorize("@rights.may('task.signer.remove')")
    public void remove(long signerId, String reason) {
        InboxTask task = ledger.lock(ledger.find(signerId));
        Signer signer = ledger.find(signerId);
        boolean asked = Objects.equals(signer.addedBy(), me())
                || signer.place() != SignerPlace.JOINT && Objects.equals(task.assigneeId(), me());
        if (!asked) {
            throw new CaseNotFoundException("signer");
        }
        strike(task, signer, reason);
    }

    /**
     * Goes on without somebody who signs a task together with others, for whoever stands above the case.
     *
     * @param reason why
     * @throws CaseNotFoundException when the current user does not stand above
     * @throws org.bihuan.inbox.AlreadyTakenException when the task has ended
     * @throws TaskRefusedException when that person has signed, or nobody would be left
     */
    @PreAuthorize("@rights.may('task.signer.dismiss')")
    public void dismiss(long signerId, String reason) {
        InboxTask task = ledger.lock(ledger.find(signerId));
        Signer signer = ledger.find(signerId);
        if (!mayDismiss(task)) {
            throw new CaseNotFoundException("signer");
        }
        strike(task, signer, reason);
    }

    /** Those whom the current user could remove or dismiss, so that a button makes sense. */
    @PreAuthorize("@rights.may('task.signer.remove')")
    @Transactional(readOnly = true)
    public List<Signer> removable(String taskId) {
        InboxTask task = open.find(taskId).orElse(null);
        if (task == null) {
            return List.of();
        }
        boolean above = task.isJoint() && mayDismiss(task);
        return ledger.signers(taskId).stream()
                .filter(signer -> signer.state().isOpen())
                .filter(signer -> above
                        || Objects.equals(signer.addedBy(), me())
                        || signer.place() != SignerPlace.JOINT && Objects.equals(task.assigneeId(), me()))
                .toList();
    }

    private boolean mayDismiss(InboxTask task) {
        return task.isJoint()
                && rights.may(Verb.TASK_SIGNER_DISMISS, new Matter(task.caseNumber(), task.unitPath(), null, Set.of()));
    }

    private void strike(InboxTask task, Signer signer, String reason) {
        String why = TaskDesk.reason(reason);
        open.check(task, TaskGate.Deed.SIGN);
        if (signer.state() == SignerState.DECIDED) {
            throw new TaskRefusedException("task.refused.signer.decided", signer.name());
        }
        if (!signer.state().isOpen()) {
            throw new TaskRefusedException("task.refused.signer.gone", signer.name());
        }
        ledger.remove(signer, me());
        if (task.isJoint()
                && SigningOutcome.votes(ledger.signers(task.taskId())).isEmpty()) {
            throw new TaskRefusedException("task.refused.signer.last", signer.name());
        }
        desk.tell(task, "signerRemoved", signer.name() + ": " + why);
        outcome.removed(task);
    }

    private long me() {
        return user.require().id();
    }
}
