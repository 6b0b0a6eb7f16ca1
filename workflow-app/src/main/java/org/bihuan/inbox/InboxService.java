package org.bihuan.inbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxMapper.Holding;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.StandIn;
import org.bihuan.rights.CaseReading;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes which task. */
@Service
@Transactional
public class InboxService {

    private final InboxMapper mapper;
    private final InboxQueries queries;
    private final CaseTypes types;
    private final TaskGates gates;
    private final TaskRights rights;
    private final InboxChanges changes;
    private final CaseReading reading;
    private final CurrentUser user;
    private final Clock clock;

    InboxService(
            InboxMapper mapper,
            InboxQueries queries,
            CaseTypes types,
            TaskGates gates,
            TaskRights rights,
            InboxChanges changes,
            CaseReading reading,
            CurrentUser user,
            Clock clock) {
        this.mapper = mapper;
        this.queries = queries;
        this.types = types;
        this.gates = gates;
        this.rights = rights;
        this.changes = changes;
        this.reading = reading;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Gives the task to the current user; does nothing when the user holds it already.
     *
     * @throws AlreadyTakenException when somebody else was first
     * @throws NotYourTaskException when none of the user's posts may take the task
     * @throws ClaimRefusedException when the family does not let the user
     * @throws TaskRefusedException when the task may not be taken for now
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public void claim(String taskId) {
        claim(taskId, mapper.ofTask(taskId));
    }

    /**
     * Gives the open task of this name of the case to the current user; see {@link #claim(String)}.
     *
     * @throws NotYourTaskException also when the case has no such task
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public void claim(CaseNumber number, String taskKey) {
        List<InboxItem> rows = mapper.ofCaseTask(number.value(), taskKey);
        if (rows.isEmpty()) {
            throw new NotYourTaskException("No open task " + taskKey);
        }
        claim(rows.getFirst().taskId(), rows);
    }

    private void claim(String taskId, List<InboxItem> rows) {
        long me = user.requireId();
        boolean free = rows.stream().allMatch(row -> row.assigneeId() == null);
        StandIn absent = rows.isEmpty() ? null : rights.right(rows);
        StandIn holder = free ? null : rights.awayHolder(rows);
        if (!rows.isEmpty() && (free || holder != null)) {
            lockCase(rows.getFirst());
        }
        if (holder != null && takeOver(rows, holder)) {
            return;
        }
        // The row decides. The engine hears who had the task when it is completed, so that taking one is a small write.
        if (!free || mapper.claim(taskId, me, absent == null ? null : absent.staffId(), clock.instant()) == 0) {
            Holding first = mapper.holding(taskId);
            if (first != null && first.staffId() == me) {
                return;
            }
            List<InboxItem> now = first == null ? mapper.ofTask(taskId) : List.of();
            if (!now.isEmpty()) {
                // Nobody has it, and it is there: something else keeps it from being taken.
                gates.check(InboxTask.of(now), TaskGate.Deed.CLAIM);
            }
            throw taken(first);
        }
        user.actFor(absent);
        InboxTask task = InboxTask.of(rows).heldBy(me);
        changes.tell(task.posts(), me);
        gates.check(task, TaskGate.Deed.CLAIM);
        types.of(task.family()).claimed(task);
    }

    /** Takes the task from somebody who is away; false when he has it no longer. */
    private boolean takeOver(List<InboxItem> rows, StandIn holder) {
        String taskId = rows.getFirst().taskId();
        long me = user.requireId();
        if (mapper.takeOver(taskId, holder.staffId(), me, clock.instant()) == 0) {
            return false;
        }
        user.actFor(holder);
        InboxTask task = InboxTask.of(rows).heldBy(me);
        // The pages of both hear of it.
        changes.tell(task.posts(), holder.staffId());
        changes.tell(task.posts(), me);
        gates.check(task, TaskGate.Deed.CLAIM);
        types.of(task.family()).takenOver(task);
        return true;
    }

    /**
     * Gives the task back to its posts.
     *
     * @throws NotYourTaskException when the current user does not hold it
     * @throws AlreadyTakenException when a colleague holds or did it
     * @throws TaskRefusedException when it was given to the current user for a while: that is handed back, with words
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public void release(String taskId) {
        mapper.ofTask(taskId).stream().findFirst().ifPresent(this::lockCase);
        InboxTask held = requireHolder(taskId);
        mapper.release(taskId, user.requireId());
        InboxTask task = held.heldBy(null);
        // So that the holder's other pages hear of it as well.
        changes.tell(task.posts(), held.assigneeId());
        types.of(task.family()).released(task);
    }

    /**
     * Lets only the holder of the task go on, and nobody else touch the task until the caller's transaction ends; whoever
     * stands in for an absent holder becomes the holder. The caller has locked the case before: always the case first,
     * then its tasks.
     *
     * @throws NotYourTaskException when the current user does not hold the task and none of the user's posts may take it,
     *     or nobody holds it
     * @throws AlreadyTakenException when a colleague holds it, or somebody did it meanwhile
     * @throws TaskRefusedException when the task may not be done for now
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public InboxTask requireHolder(String taskId) {
        List<InboxItem> rows = mapper.lockTask(taskId);
        if (rows.isEmpty()) {
            throw taken(mapper.holding(taskId));
        }
        return requireHolder(rows);
    }

    /**
     * The open task of this name of the case, locked, if the current user holds it; see {@link #requireHolder(String)}.
     *
     * @throws NotYourTaskException also when the case has no such task
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public InboxTask requireHolder(CaseNumber number, String taskKey) {
        List<InboxItem> rows = mapper.lockCaseTask(number.value(), taskKey);
        if (rows.isEmpty()) {
            throw new NotYourTaskException("No open task " + taskKey);
        }
        return requireHolder(rows);
    }

    private InboxTask requireHolder(List<InboxItem> rows) {
        long me = user.requireId();
        // Who was moved to another post since does not go on with the old one's tasks.
        StandIn absent = rights.right(rows);
        Long holder = rows.getFirst().assigneeId();
        if (holder == null) {
            throw new NotYourTaskException("Nobody holds the task");
        }
        if (holder != me) {
            StandIn away = rights.awayHolder(rows);
            if (away == null || !takeOver(rows, away)) {
                throw taken(mapper.holding(rows.getFirst().taskId()));
            }
        } else {
            user.actFor(rights.inWhosePlace(rows, absent));
        }
        InboxTask task = InboxTask.of(rows).heldBy(me);
        gates.check(task, TaskGate.Deed.COMPLETE);
        return task;
    }

    /**
     * The open task of this name of the case, if there is one.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public Optional<InboxTask> task(CaseNumber number, String taskKey) {
        return tasks(number).stream()
                .filter(task -> task.taskKey().equals(taskKey))
                .findFirst();
    }

    /**
     * Open tasks of the case.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<InboxTask> tasks(CaseNumber number) {
        reading.require(number);
        return mapper.ofCase(number.value()).stream()
                .collect(Collectors.groupingBy(InboxItem::taskId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(InboxTask::of)
                .toList();
    }

    /** Whether the task is in the hands of somebody absent for whom the current user stands in. */
    @PreAuthorize("@rights.may('inbox.read')")
    @Transactional(readOnly = true)
    public boolean mayTakeOver(InboxTask task) {
        return rights.mayTakeOver(task);
    }

    /** How much the current user has to do. */
    @PreAuthorize("@rights.may('inbox.read')")
    @Transactional(readOnly = true)
    public InboxCounts count() {
        return queries.counts();
    }

    /** Whoever works on the case has it to the end; all others wait here, before they touch a row of its tasks. */
    private void lockCase(InboxItem item) {
        types.of(item.family()).lock(new CaseNumber(item.caseNumber()));
    }

    private static AlreadyTakenException taken(@Nullable Holding first) {
        return first == null
                ? new AlreadyTakenException()
                : new AlreadyTakenException(first.staffId(), first.name(), first.since());
    }
}
