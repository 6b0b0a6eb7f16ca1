package org.bihuan.task;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskGate;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Colleague;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.StaffService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts further signers in their place of the ledger: before, beside or after whoever asks them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SignerPlacing {

    private static final int MOST_AT_ONCE = 20;

    private final SignerLedger ledger;
    private final TaskFamilies families;
    private final OpenTasks open;
    private final StaffService staff;
    private final CurrentUser user;

    SignerPlacing(SignerLedger ledger, TaskFamilies families, OpenTasks open, StaffService staff, CurrentUser user) {
        this.ledger = ledger;
        this.families = families;
        this.open = open;
        this.staff = staff;
        this.user = user;
    }

    /**
     * At a task of which the current user is the holder.
     *
     * @throws TaskRefusedException when one of them cannot sign it, or it is with those who sign after
     */
    void atHeld(InboxTask task, SignerPlace place, Set<Long> people, String note) {
        ledger.open(task, null);
        boolean sent = ledger.signing(task.taskId()).sentAt() != null;
        List<Signer> signers = ledger.signers(task.taskId());
        if (sent) {
            throw new TaskRefusedException(
                    "task.refused.signing.sent",
                    SignerLedger.names(signers.stream()
                            .filter(signer -> signer.state().isOpen())
                            .toList()));
        }
        requireFit(
                task, people, signers.stream().filter(s -> s.state().isOpen()).toList());
        people.forEach(person -> ledger.add(task, place, person, me(), note));
    }

    /**
     * At a task that the current user signs together with others.
     *
     * @throws NotYourTaskException when the current user does not, or has signed
     * @throws TaskRefusedException when one of them cannot sign it, or when the place makes no sense
     */
    void atJoint(InboxTask task, SignerPlace place, Set<Long> people, String note) {
        open.check(task, TaskGate.Deed.SIGN);
        SigningRule rule = ledger.signing(task.taskId()).joint().orElseThrow();
        List<Signer> signers = ledger.signers(task.taskId());
        Signer own = signers.stream()
                .filter(signer -> signer.staffId() == me() && signer.state().isOpen())
                .findFirst()
                .orElseThrow(() -> new NotYourTaskException("It is not up to this person"));
        if (own.state() == SignerState.WAITING) {
            throw new TaskRefusedException("task.refused.signer.notYet");
        }
        // One vote for each: who has voted is not asked once more.
        requireFit(
                task,
                people,
                signers.stream()
                        .filter(s -> s.state().isOpen() || s.state() == SignerState.DECIDED)
                        .toList());
        if (rule.inTurn()) {
            insert(task, own, place, people, note);
        } else {
            for (long person : people) {
                long added = ledger.add(task, place, person, me(), note);
                switch (place) {
                    case BEFORE -> ledger.waitFor(own.id(), added);
                    case AFTER -> ledger.waitFor(added, own.id());
                    default -> ledger.waitAsWell(own.id(), added);
                }
            }
        }
        if (place == SignerPlace.BEFORE) {
            ledger.putOff(own);
        }
    }

    /** One after the other, directly before or after the own place in the row. */
    private void insert(InboxTask task, Signer own, SignerPlace place, Set<Long> people, String note) {
        if (place == SignerPlace.BESIDE) {
            throw new TaskRefusedException("task.refused.signer.besideInTurn");
        }
        Long before = place == SignerPlace.AFTER ? own.id() : null;
        for (long person : people) {
            long added = ledger.add(task, place, person, me(), note);
            if (before != null) {
                ledger.waitAsWell(before, added);
                ledger.waitFor(added, before);
            }
            before = added;
        }
        if (place == SignerPlace.BEFORE) {
            ledger.waitFor(own.id(), Objects.requireNonNull(before));
        }
    }

    private void requireFit(InboxTask task, Set<Long> people, List<Signer> already) {
        if (people.isEmpty() || people.size() > MOST_AT_ONCE) {
            throw new TaskRefusedException("task.refused.signer.number", MOST_AT_ONCE);
        }
        List<Signer> twice = already.stream()
                .filter(signer -> people.contains(signer.staffId()))
                .toList();
        if (!twice.isEmpty()) {
            throw new TaskRefusedException("task.refused.signer.twice", SignerLedger.names(twice));
        }
        Set<Long> workers =
                staff.colleagues(people).stream().map(Colleague::staffId).collect(Collectors.toSet());
        if (!workers.containsAll(people) || people.contains(me())) {
            throw new TaskRefusedException("task.refused.signer.unfit");
        }
        TaskRules rules = families.of(task.family());
        for (long person : people) {
            rules.hindersSigning(task, person).ifPresent(reason -> {
                throw new TaskRefusedException(reason);
            });
        }
    }

    private long me() {
        return user.require().id();
    }
}
