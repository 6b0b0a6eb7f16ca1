package org.bihuan.task;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.task.SignerMapper.NewSigner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the ledger of those who sign a task and keeps their inboxes in step. Asks nobody's rights; its callers have, and
 * have locked the case.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SignerLedger {

    /** Route of the page on which people sign, without the number of the row and of the case. */
    private static final String PAGE = "task/sign/";

    private final SignerMapper mapper;
    private final OpenTasks open;
    private final Clock clock;

    SignerLedger(SignerMapper mapper, OpenTasks open, Clock clock) {
        this.mapper = mapper;
        this.open = open;
        this.clock = clock;
    }

    /**
     * The row as it is now.
     *
     * @throws CaseNotFoundException when there is none
     */
    Signer find(long signerId) {
        Signer signer = mapper.find(signerId);
        if (signer == null) {
            throw new CaseNotFoundException("signer");
        }
        return signer;
    }

    /**
     * The task that the person signs, locked.
     *
     * @throws AlreadyTakenException when it has ended: by whom, if somebody's signature ended it
     */
    InboxTask lock(Signer signer) {
        try {
            return open.lock(signer.taskId());
        } catch (AlreadyTakenException e) {
            Signer last = signers(signer.taskId()).stream()
                    .filter(one -> one.decidedAt() != null)
                    .max(Comparator.comparing(Signer::decidedAt))
                    .orElseThrow(() -> e);
            throw new AlreadyTakenException(last.staffId(), last.name(), last.decidedAt());
        }
    }

    /** Opens the ledger of the task, if it has none; without a rule the task has a holder. */
    void open(InboxTask task, @Nullable String rule) {
        open.accompany(task.taskId());
        mapper.open(task.taskId(), task.family(), task.caseNumber(), task.taskKey(), rule);
    }

    /** The ledger's head; the task must have one. */
    TaskSigning signing(String taskId) {
        return Objects.requireNonNull(mapper.signing(taskId), "The task has no signers");
    }

    /** Everybody who signs the task or did, in the order in which they were asked. */
    List<Signer> signers(String taskId) {
        return mapper.ofTask(taskId);
    }

    /** Writes somebody down, who is asked by the next {@link #ask}. */
    long add(InboxTask task, SignerPlace place, long staffId, @Nullable Long addedBy, String note) {
        var signer = new NewSigner(task.taskId(), task.caseNumber(), staffId, place, addedBy, clock.instant(), note);
        mapper.insert(signer);
        return signer.id();
    }

    /** The one signs only after the other. */
    void waitFor(long signerId, long otherId) {
        mapper.waitFor(signerId, otherId);
    }

    /** Whoever waits for the one waits for the other as well. */
    void waitAsWell(long forId, long forOtherId) {
        mapper.waitAsWell(forId, forOtherId);
    }

    /** Asks everybody whose turn it is. */
    void ask(InboxTask task) {
        for (Signer signer : mapper.free(task.taskId())) {
            mapper.asked(signer.id(), clock.instant());
            open.ask(task, ItemKind.SIGN, signer.id(), PAGE + signer.id(), signer.staffId(), task.dueAt());
        }
    }

    /** It is not this person's turn any more. */
    void putOff(Signer signer) {
        open.withdrawn(ItemKind.SIGN, signer.id());
        mapper.asked(signer.id(), null);
    }

    /** Writes the vote; the inbox follows by {@link #done} or because the task ends. */
    void decide(Signer signer, Vote vote, String opinion) {
        mapper.decide(signer.id(), vote, opinion, clock.instant());
    }

    /** What the holder did has come back without anybody who could sign it. */
    void takeBack(InboxTask task) {
        mapper.unsent(task.taskId());
    }

    /** Moves the row from what the person has to do to what is done. */
    void done(Signer signer) {
        open.answered(ItemKind.SIGN, signer.id(), signer.staffId());
    }

    /** Strikes the person out; whoever waited for this one waits for those before. */
    void remove(Signer signer, long removedBy) {
        mapper.bridge(signer.id());
        mapper.remove(signer.id(), removedBy, clock.instant());
        open.withdrawn(ItemKind.SIGN, signer.id());
    }

    /** What the holder did goes to those who sign after. */
    void send(InboxTask task, String answers) {
        mapper.sent(task.taskId(), answers, clock.instant());
        ask(task);
    }

    /**
     * What the holder did comes back. Whoever has signed it signs what comes next anew; the others wait for it.
     */
    void sendBack(InboxTask task) {
        TaskSigning signing = signing(task.taskId());
        mapper.unsent(task.taskId());
        for (Signer signer : after(signing)) {
            if (signer.state() == SignerState.DECIDED) {
                mapper.supersede(signer.id(), clock.instant());
                add(task, SignerPlace.AFTER, signer.staffId(), signer.addedBy(), signer.note());
            } else {
                putOff(signer);
            }
        }
    }

    /** Those who sign after the holder what was sent last. */
    List<Signer> after(TaskSigning signing) {
        return signers(signing.taskId()).stream()
                .filter(signer -> signer.place() == SignerPlace.AFTER)
                .filter(signer -> signer.askedAt() != null && signer.endedAt() == null)
                .toList();
    }

    /** Names of these people, as a sentence lists them. */
    static String names(List<Signer> signers) {
        return signers.stream().map(Signer::name).collect(Collectors.joining("、"));
    }
}
