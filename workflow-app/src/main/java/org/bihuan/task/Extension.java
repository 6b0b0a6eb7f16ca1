package org.bihuan.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseClock;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.RestingTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.CaseReading;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.bihuan.task.ExtensionRequest.State;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期: the holder of a task asks for more time, and a superior grants it or refuses. Nobody decides his own request. */
@Service
@Transactional
public class Extension {

    /** Route of the page on which a request is decided; the id and the case number follow. */
    public static final String PAGE = "task/extension";

    /** Time that the superior has to decide. */
    private static final Term TO_DECIDE = new Term(4, Term.Unit.WORKING_HOURS);

    private final ExtensionMapper mapper;
    private final EscalationMapper escalations;
    private final OpenTasks open;
    private final RestingTasks resting;
    private final CaseClock engine;
    private final TaskDesk desk;
    private final Superiors superiors;
    private final WorkingCalendar calendar;
    private final StaffService staff;
    private final CaseReading reading;
    private final Rights rights;
    private final CurrentUser user;

    Extension(
            ExtensionMapper mapper,
            EscalationMapper escalations,
            OpenTasks open,
            RestingTasks resting,
            CaseClock engine,
            TaskDesk desk,
            Superiors superiors,
            WorkingCalendar calendar,
            StaffService staff,
            CaseReading reading,
            Rights rights,
            CurrentUser user) {
        this.mapper = mapper;
        this.escalations = escalations;
        this.open = open;
        this.resting = resting;
        this.engine = engine;
        this.desk = desk;
        this.superiors = superiors;
        this.calendar = calendar;
        this.staff = staff;
        this.reading = reading;
        this.rights = rights;
        this.user = user;
    }

    /**
     * Asks the nearest superior of the case's unit for more time.
     *
     * @param proposedDue later than now and than the deadline that the task has
     * @return the request's id
     * @throws org.bihuan.inbox.NotYourTaskException when the current user does not hold the task
     * @throws TaskRefusedException when it rests, the moment does not fit, it was asked already, or nobody is above
     */
    @PreAuthorize("@rights.may('task.extend')")
    public long ask(String taskId, Instant proposedDue, String reason) {
        InboxTask task = desk.held(taskId);
        String words = TaskDesk.reason(reason);
        Instant now = desk.now().truncatedTo(ChronoUnit.SECONDS);
        Instant due = proposedDue.truncatedTo(ChronoUnit.SECONDS);
        requireFuture(due, now);
        if (!due.isAfter(task.dueAt())) {
            throw new TaskRefusedException("task.refused.extension.earlier", DateFormats.plain(task.dueAt()));
        }
        ExtensionRequest asked = mapper.openOf(taskId);
        if (asked != null) {
            throw new TaskRefusedException("task.refused.extension.asked", DateFormats.plain(asked.askedAt()));
        }
        long me = user.require().id();
        Post superior = superiors
                .unitOfCase(task)
                .flatMap(unit -> superiors.above(unit, unit, me).stream().findFirst())
                .orElseThrow(() -> new TaskRefusedException("task.refused.extension.nobody"));
        mapper.insert(
                taskId,
                task.family(),
                task.caseNumber(),
                task.taskKey(),
                me,
                now,
                now.isAfter(task.dueAt()),
                task.dueAt(),
                due,
                words,
                superior.id());
        long id = Objects.requireNonNull(mapper.openOf(taskId)).id();
        Instant decideBy = calendar.after(now, TO_DECIDE, task.unitsNearestFirst());
        open.askPost(task, ItemKind.EXTENSION, id, PAGE + "/" + id, superior.id(), decideBy);
        desk.tell(task, "extensionAsked", moved(task.dueAt(), due) + "\n" + words);
        return id;
    }

    /**
     * Gives the task more time; timers at its border that wait for the same moment follow.
     *
     * @param due may differ from what was asked for; after now
     * @param note may be empty
     * @throws CaseNotFoundException when the current user may not decide it
     * @throws org.bihuan.inbox.AlreadyTakenException when the task has ended
     * @throws TaskRefusedException when it rests, the moment does not fit, or it is decided already
     */
    @PreAuthorize("@rights.may('task.extension.decide')")
    public void grant(long id, Instant due, String note) {
        ExtensionRequest request = locked(id);
        InboxTask task = open.find(request.taskId()).orElseThrow();
        var number = new CaseNumber(task.caseNumber());
        resting.requireAwake(number);
        Instant now = desk.now().truncatedTo(ChronoUnit.SECONDS);
        Instant granted = due.truncatedTo(ChronoUnit.SECONDS);
        requireFuture(granted, now);
        String words = note.isBlank() ? "" : TaskDesk.reason(note);
        mapper.decide(id, State.GRANTED, user.require().id(), now, granted, words);
        escalations.openOf(task.taskId()).forEach(one -> open.withdrawn(ItemKind.ESCALATION, one.id()));
        open.due(task, granted);
        open.answered(ItemKind.EXTENSION, id, user.require().id());
        engine.due(task.taskId(), granted);
        engine.timers(number).stream()
                .filter(timer ->
                        task.taskKey().equals(timer.taskKey()) && timer.dueAt().equals(task.dueAt()))
                .forEach(timer -> engine.timer(timer.jobId(), granted));
        String change = moved(task.dueAt(), granted);
        desk.tell(task, "extensionGranted", words.isEmpty() ? change : change + "\n" + words);
    }

    /**
     * Leaves the deadline as it is.
     *
     * @throws CaseNotFoundException when the current user may not decide it
     * @throws org.bihuan.inbox.AlreadyTakenException when the task has ended
     * @throws TaskRefusedException when it is decided already
     */
    @PreAuthorize("@rights.may('task.extension.decide')")
    public void refuse(long id, String reason) {
        ExtensionRequest request = locked(id);
        InboxTask task = open.find(request.taskId()).orElseThrow();
        String words = TaskDesk.reason(reason);
        Instant now = desk.now().truncatedTo(ChronoUnit.SECONDS);
        mapper.decide(id, State.REFUSED, user.require().id(), now, null, words);
        open.answered(ItemKind.EXTENSION, id, user.require().id());
        desk.tell(task, "extensionRefused", words);
    }

    /**
     * The request, for whoever may decide it.
     *
     * @throws CaseNotFoundException when there is none, or none for the current user
     */
    @PreAuthorize("@rights.may('task.extension.decide')")
    @Transactional(readOnly = true)
    public ExtensionRequest find(long id) {
        ExtensionRequest request = mapper.find(id);
        if (request == null) {
            throw new CaseNotFoundException("extension " + id);
        }
        rights.require(Verb.TASK_EXTENSION_DECIDE, matter(request));
        return request;
    }

    /**
     * All requests about tasks of the case, first things first.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<ExtensionRequest> of(CaseNumber number) {
        reading.require(number);
        return mapper.of(number.value());
    }

    /**
     * Whether more time for the task was asked for and nobody has decided.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public boolean isAsked(CaseNumber number, String taskId) {
        return of(number).stream().anyMatch(one -> one.taskId().equals(taskId) && one.state() == State.ASKED);
    }

    /** The case, its task and then the request, locked; only for whoever may decide it. */
    private ExtensionRequest locked(long id) {
        ExtensionRequest found = mapper.find(id);
        if (found == null) {
            throw new CaseNotFoundException("extension " + id);
        }
        rights.require(Verb.TASK_EXTENSION_DECIDE, matter(found));
        open.lock(found.taskId());
        ExtensionRequest request = Objects.requireNonNull(mapper.lock(id));
        if (request.state() != State.ASKED) {
            String who = staff.find(Objects.requireNonNull(request.decidedBy()))
                    .map(Staff::name)
                    .orElse("");
            throw new TaskRefusedException(
                    "task.refused.extension.decided",
                    who,
                    DateFormats.plain(Objects.requireNonNull(request.decidedAt())));
        }
        return request;
    }

    private static Matter matter(ExtensionRequest request) {
        return new Matter(request.caseNumber(), null, request.postId(), Set.of(request.askedBy()));
    }

    private static void requireFuture(Instant due, Instant now) {
        if (!due.isAfter(now)) {
            throw new TaskRefusedException("task.refused.extension.past");
        }
    }

    private static String moved(Instant before, Instant after) {
        return DateFormats.plain(before) + " → " + DateFormats.plain(after);
    }
}
