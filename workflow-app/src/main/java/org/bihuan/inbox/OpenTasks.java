package org.bihuan.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Kernel of what is done with open tasks besides taking and doing them. Asks nobody's rights: its callers are services
 * that have. Always inside the caller's transaction, after {@link #lock}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OpenTasks {

    private final InboxMapper mapper;
    private final OpenTaskMapper open;
    private final InboxChanges changes;
    private final CaseTypes types;
    private final CaseAudience audience;
    private final TaskGates gates;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final ClockRules rules;
    private final TaskNotices notices;
    private final Clock clock;

    OpenTasks(
            InboxMapper mapper,
            OpenTaskMapper open,
            InboxChanges changes,
            CaseTypes types,
            CaseAudience audience,
            TaskGates gates,
            WorkingCalendar calendar,
            ApplicationEventPublisher events,
            ClockRules rules,
            TaskNotices notices,
            Clock clock) {
        this.mapper = mapper;
        this.open = open;
        this.changes = changes;
        this.types = types;
        this.audience = audience;
        this.gates = gates;
        this.calendar = calendar;
        this.events = events;
        this.rules = rules;
        this.notices = notices;
        this.clock = clock;
    }

    /** The open task, if it still is one; nothing is locked. */
    public Optional<InboxTask> find(String taskId) {
        return task(mapper.ofTask(taskId));
    }

    /**
     * The open task; nothing is locked.
     *
     * @throws AlreadyTakenException when it has ended
     */
    public InboxTask require(String taskId) {
        return find(taskId).orElseThrow(AlreadyTakenException::new);
    }

    /** The absent member of staff in whose place the holder took the task; empty for in his own right. */
    public Optional<Long> forWhom(InboxTask task) {
        return mapper.ofTask(task.taskId()).stream().findFirst().map(InboxItem::forStaffId);
    }

    /** Id of the row by which the task is told from all others; another one after {@link #repost}. */
    public long rowOf(InboxTask task) {
        return mapper.ofTask(task.taskId()).getFirst().id();
    }

    /** Open tasks of the case; nothing is locked. */
    public List<InboxTask> ofCase(CaseNumber number) {
        return tasks(mapper.ofCase(number.value()));
    }

    /** Keeps others from changing the case until the transaction ends; the family says how. */
    public void lockCase(String family, CaseNumber number) {
        types.of(family).lock(number);
    }

    /**
     * The case and then the task, locked until the transaction ends.
     *
     * @throws AlreadyTakenException when the task has ended
     */
    public InboxTask lock(String taskId) {
        find(taskId).ifPresent(task -> lockCase(task.family(), new CaseNumber(task.caseNumber())));
        return task(mapper.lockTask(taskId)).orElseThrow(AlreadyTakenException::new);
    }

    /**
     * Goes on only when nothing keeps the task from it for now.
     *
     * @throws TaskRefusedException when something does
     */
    public void check(InboxTask task, TaskGate.Deed deed) {
        gates.check(task, deed);
    }

    /** Tells the readers of the task, and those whose signature it waits for, that something about it is new. */
    public void changed(InboxTask task) {
        changes.tell(mapper.readers(task.taskId()));
    }

    /** Open tasks that the completion of that task made, whether it is long ago or not. */
    public List<InboxTask> successors(String taskId) {
        return tasks(open.ofOrigin(taskId));
    }

    /** Steps of the case that were done, first things first, undone ones too. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<DoneStep> doneSteps(CaseNumber number) {
        return open.doneSteps(number.value());
    }

    /** Marks steps that were done: they hold no longer and will be done once more. */
    public void undone(Collection<DoneStep> steps) {
        if (!steps.isEmpty()) {
            open.undone(steps.stream().map(DoneStep::id).toList(), clock.instant());
        }
    }

    /**
     * The cases and then the tasks, locked until the transaction ends, in one order for everybody. Those that have ended
     * are left out.
     */
    public List<InboxTask> lockAll(Collection<InboxTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        tasks.stream()
                .map(task -> List.of(task.caseNumber(), task.family()))
                .distinct()
                .sorted(Comparator.comparing(List::getFirst))
                .forEach(one -> lockCase(one.getLast(), new CaseNumber(one.getFirst())));
        return tasks(open.lockTasks(tasks.stream().map(InboxTask::taskId).toList()));
    }

    /** As {@link #hand}, for many tasks by one statement. */
    public void handAll(List<InboxTask> tasks, @Nullable Long staffId) {
        open.handAll(tasks.stream().map(InboxTask::taskId).toList(), staffId, clock.instant());
        for (InboxTask task : tasks) {
            changes.tell(task.posts(), task.assigneeId());
            changes.tell(task.posts(), staffId);
            tell(task, staffId);
        }
    }

    /** Changes who gets the task back afterwards; its holder stays. */
    public void own(InboxTask task, long ownerId) {
        open.own(task.taskId(), ownerId);
        changed(task);
    }

    /** What the inbox shows of the case. */
    public CaseSummary summary(InboxTask task) {
        return types.of(task.family()).summary(new CaseNumber(task.caseNumber()));
    }

    /** Lets the family note that the task is back at its posts. */
    public void released(InboxTask task) {
        types.of(task.family()).released(task);
    }

    /**
     * Gives the task to somebody, who may read the case from now on.
     *
     * @param staffId null for nobody, so that its posts have it again
     * @param ownerId who gets it back afterwards
     */
    public void hand(InboxTask task, @Nullable Long staffId, @Nullable Long ownerId) {
        // Before and after, so that the former holder hears of it as well.
        changed(task);
        open.hand(task.taskId(), staffId, ownerId, clock.instant());
        changed(task);
        tell(task, staffId);
    }

    private void tell(InboxTask task, @Nullable Long staffId) {
        if (staffId != null) {
            audience.letIn(new CaseNumber(task.caseNumber()), List.of(staffId));
            notices.given(task, summary(task).title(), staffId, clock.instant());
        }
        events.publishEvent(new TaskHanded(task.taskId(), task.assigneeId(), staffId));
    }

    /** Lets exactly these posts take the task from now on. */
    public void repost(InboxTask task, Collection<Long> posts) {
        changed(task);
        open.repost(task, posts, posts.size() > 1);
        open.deletePostsExcept(task.taskId(), posts);
        changed(task);
    }

    /** Changes the deadline of the task; warning and escalation follow. The engine's own is for the caller. */
    public void due(InboxTask task, Instant dueAt) {
        ClockRules.Rule rule = rules.of(task.taskId());
        open.due(
                task.taskId(),
                dueAt,
                calendar.share(task.createdAt(), dueAt, rule.warnAt(), task.unitsNearestFirst()),
                rule.again().isPresent() ? dueAt : null);
        open.insertDeadline(task.taskId(), dueAt, clock.instant());
        changed(task);
    }

    /** Shows on the task, and on the signatures it waits for, that somebody asks to hurry. */
    public void urged(InboxTask task) {
        open.urged(task.taskId(), clock.instant());
        changed(task);
    }

    /**
     * Asks a member of staff for something about the task, who may read the case from now on; the row goes when the task
     * ends.
     *
     * @param refId row of the caller's that says what is asked
     * @param route of the page that answers, without the case number
     */
    public void ask(InboxTask task, ItemKind kind, long refId, String route, long staffId, Instant dueAt) {
        ask(task, kind, refId, route, null, staffId, dueAt);
        audience.letIn(new CaseNumber(task.caseNumber()), List.of(staffId));
    }

    /** As above, but whoever holds the post. */
    public void askPost(InboxTask task, ItemKind kind, long refId, String route, long postId, Instant dueAt) {
        ask(task, kind, refId, route, postId, null, dueAt);
    }

    private void ask(
            InboxTask task,
            ItemKind kind,
            long refId,
            String route,
            @Nullable Long postId,
            @Nullable Long staffId,
            Instant dueAt) {
        Instant now = clock.instant();
        CaseSummary summary = summary(task);
        Instant warn = calendar.share(now, dueAt, rules.usual().warnAt(), task.unitsNearestFirst());
        TextMarks marks = TextMarks.of(task.caseNumber(), summary);
        accompany(task.taskId());
        open.ask(task, summary, marks, kind, refId, route, postId, staffId, now, dueAt, warn);
        changedAsked(kind, refId);
        Collection<Long> people = postId == null ? List.of(staffId) : notices.holders(List.of(postId));
        notices.asked(task, kind, summary.title(), people, now);
    }

    /** Notes that something is kept for the task that has to go with it; see {@link TaskCompanion}. */
    public void accompany(String taskId) {
        open.accompany(taskId);
    }

    /** Rows that ask for this about the task. */
    public List<InboxItem> asked(InboxTask task, ItemKind kind) {
        return open.asked(task.taskId(), kind);
    }

    /** Route of the page that shows the case to whoever may see it, without its number. */
    public String casePage(InboxTask task) {
        String route = types.of(task.family()).route(new CaseNumber(task.caseNumber()));
        return route.substring(0, route.lastIndexOf('/'));
    }

    /** What is asked about open tasks of the case, as rows of the kind's own table. */
    public Set<Long> asked(CaseNumber number, ItemKind kind) {
        return open.askedOfCase(number.value(), kind);
    }

    /** What was asked is answered by this member of staff, who finds it under what is done. */
    public void answered(ItemKind kind, long refId, long staffId) {
        Instant now = clock.instant();
        open.insertAnswered(kind, refId, staffId, now);
        changedAsked(kind, refId);
        open.deleteAsked(kind, refId);
    }

    /** What was asked is asked no longer. */
    public void withdrawn(ItemKind kind, long refId) {
        changedAsked(kind, refId);
        open.deleteAsked(kind, refId);
    }

    private void changedAsked(ItemKind kind, long refId) {
        open.readersOfAsked(kind, refId).forEach(reader -> changes.tell(reader.postId(), reader.staffId()));
    }

    private static Optional<InboxTask> task(List<InboxItem> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(InboxTask.of(rows));
    }

    static List<InboxTask> tasks(List<InboxItem> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(InboxItem::taskId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(InboxTask::of)
                .toList();
    }
}
