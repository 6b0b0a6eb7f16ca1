package org.bihuan.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.task.SigningRule.Kind;
import org.bihuan.task.SigningRule.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks after each vote and each removal whether it is decided now, and goes on accordingly. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SigningOutcome {

    /** What a holder sent is done when nobody of those who sign after is against it. */
    private static final SigningRule AFTER = new SigningRule(Kind.ALL, 100, true);

    private final SignerLedger ledger;
    private final SentAnswers answers;
    private final HolderCompletion completion;
    private final TaskFamilies families;
    private final TaskDesk desk;
    private final OpenTasks open;

    SigningOutcome(
            SignerLedger ledger,
            SentAnswers answers,
            HolderCompletion completion,
            TaskFamilies families,
            TaskDesk desk,
            OpenTasks open) {
        this.ledger = ledger;
        this.answers = answers;
        this.completion = completion;
        this.families = families;
        this.desk = desk;
        this.open = open;
    }

    /** Somebody has signed. */
    void voted(InboxTask task, Signer voter) {
        settle(task, voter);
    }

    /** Somebody has not to sign any more. */
    void removed(InboxTask task) {
        settle(task, null);
    }

    private void settle(InboxTask task, @Nullable Signer voter) {
        TaskSigning signing = ledger.signing(task.taskId());
        Optional<Outcome> joint = signing.joint().flatMap(rule -> rule.outcome(votes(ledger.signers(task.taskId()))));
        if (joint.isPresent()) {
            // The end of the task takes all rows with it, and notes it as done by whoever decided it.
            families.of(task.family()).signed(task, joint.get() == Outcome.APPROVED);
            return;
        }
        if (voter != null) {
            ledger.done(voter);
        }
        ledger.ask(task);
        open.changed(task);
        if (signing.sentAt() != null) {
            sent(task, signing);
        }
    }

    private void sent(InboxTask task, TaskSigning signing) {
        List<Signer> after = ledger.after(signing);
        if (after.isEmpty()) {
            ledger.takeBack(task);
            return;
        }
        Optional<Outcome> outcome = AFTER.outcome(votes(after));
        if (outcome.filter(Outcome.REJECTED::equals).isPresent()) {
            ledger.sendBack(task);
        } else if (outcome.isPresent() && !complete(task, signing)) {
            ledger.sendBack(task);
            desk.tell(task, "completionFailed", "");
        }
    }

    private boolean complete(InboxTask task, TaskSigning signing) {
        Long holder = task.assigneeId();
        return holder != null
                && completion.complete(
                        task, holder, answers.read(task.formKey(), Objects.requireNonNull(signing.answers())));
    }

    /** Votes that count; null of those who have not signed yet. */
    static List<@Nullable Vote> votes(List<Signer> signers) {
        var votes = new ArrayList<@Nullable Vote>();
        signers.stream()
                .filter(signer ->
                        signer.state() == SignerState.DECIDED || signer.state().isOpen())
                .forEach(signer -> votes.add(signer.vote()));
        return votes;
    }
}
