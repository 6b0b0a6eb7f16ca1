package org.bihuan.task;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.CaseReading;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办: whoever started the case, and dispatchers and leaders above it, ask those who have its tasks to hurry. */
@Service
@Transactional
public class Urging {

    /** So long a task is left in peace after somebody asked to hurry. */
    static final Duration PAUSE = Duration.ofHours(4);

    private static final int LONGEST = 1000;

    private final UrgeMapper mapper;
    private final OpenTasks open;
    private final TaskDesk desk;
    private final CaseRegister register;
    private final CaseReading reading;
    private final Rights rights;
    private final OrgService units;
    private final StaffService staff;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    Urging(
            UrgeMapper mapper,
            OpenTasks open,
            TaskDesk desk,
            CaseRegister register,
            CaseReading reading,
            Rights rights,
            OrgService units,
            StaffService staff,
            CurrentUser user,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.open = open;
        this.desk = desk;
        this.register = register;
        this.reading = reading;
        this.rights = rights;
        this.units = units;
        this.staff = staff;
        this.user = user;
        this.events = events;
    }

    /** Whether the current user may ask to hurry with the case, now or later. */
    @PreAuthorize("@rights.may('task.urge')")
    @Transactional(readOnly = true)
    public boolean may(CaseNumber number) {
        return register.find(number).filter(this::mayUrge).isPresent();
    }

    /**
     * Asks whoever has the task, or may take it, to hurry.
     *
     * @param words for them; may be empty
     * @throws CaseNotFoundException when the current user may not
     * @throws AlreadyTakenException when the task has ended
     * @throws TaskRefusedException when somebody asked less than four hours ago, when the case rests, or when the current
     *     user has the task himself
     */
    @PreAuthorize("@rights.may('task.urge')")
    public void urge(String taskId, String words) {
        String stripped = checked(words);
        InboxTask task = open.lock(taskId);
        CaseFile file = urgeable(new CaseNumber(task.caseNumber()));
        hindrance(task).ifPresent(refused -> {
            throw refused;
        });
        send(file, List.of(task), stripped);
    }

    /**
     * The same with all open tasks of the case for which nothing hinders it.
     *
     * @return how many
     * @throws TaskRefusedException when something hinders it for all of them, or the case has no open task
     */
    @PreAuthorize("@rights.may('task.urge')")
    public int urgeCase(CaseNumber number, String words) {
        String stripped = checked(words);
        CaseFile file = urgeable(number);
        open.lockCase(file.family(), number);
        List<InboxTask> tasks = open.ofCase(number);
        List<InboxTask> free =
                tasks.stream().filter(task -> hindrance(task).isEmpty()).toList();
        if (free.isEmpty()) {
            throw tasks.stream()
                    .findFirst()
                    .flatMap(this::hindrance)
                    .orElseGet(() -> new TaskRefusedException("task.urge.refused.nothing"));
        }
        send(file, free, stripped);
        return free.size();
    }

    private static String checked(String words) {
        String stripped = words.strip();
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw new TaskRefusedException("task.urge.refused.long", LONGEST);
        }
        return stripped;
    }

    private CaseFile urgeable(CaseNumber number) {
        return register.find(number).filter(this::mayUrge).orElseThrow(() -> new CaseNotFoundException(number.value()));
    }

    private boolean mayUrge(CaseFile file) {
        if (Objects.equals(file.startedBy(), user.staffId().orElse(null))) {
            return file.startedBy() != null;
        }
        Matter matter = Optional.ofNullable(file.unitId())
                .flatMap(units::find)
                .map(unit -> Matter.at(file.number(), unit))
                .orElseGet(() -> Matter.named(file.number()));
        return rights.may(Verb.TASK_URGE_BELOW, matter) && reading.may(new CaseNumber(file.number()));
    }

    private Optional<TaskRefusedException> hindrance(InboxTask task) {
        if (task.suspendedAt() != null) {
            return Optional.of(new TaskRefusedException("task.urge.refused.rests"));
        }
        if (task.assigneeId() != null
                && user.staffId().filter(task.assigneeId()::equals).isPresent()) {
            return Optional.of(new TaskRefusedException("task.urge.refused.own"));
        }
        return Optional.ofNullable(mapper.last(task.taskId()))
                .map(last -> last.plus(PAUSE))
                .filter(again -> desk.now().isBefore(again))
                .map(again -> new TaskRefusedException("task.urge.refused.soon", DateFormats.time(again)));
    }

    private void send(CaseFile file, List<InboxTask> tasks, String words) {
        var number = new CaseNumber(file.number());
        Instant now = desk.now();
        long me = user.require().id();
        Set<Long> hurried = new HashSet<>();
        for (InboxTask task : tasks) {
            open.urged(task);
            mapper.insert(task.taskId(), task.caseNumber(), me, words, now);
            hurried.addAll(waitedFor(task));
        }
        hurried.remove(me);
        desk.tell(file.family(), number, "urged", words);
        if (!hurried.isEmpty()) {
            events.publishEvent(
                    new Notice("task.urged", hurried, new CaseRef(file.family(), number), file.title(), words, now));
        }
    }

    /** Those who have not signed yet where several sign; otherwise the holder, or whoever may take it. */
    private Set<Long> waitedFor(InboxTask task) {
        Set<Long> people = new HashSet<>();
        for (InboxItem asked : open.asked(task, ItemKind.SIGN)) {
            if (asked.assigneeId() != null) {
                people.add(asked.assigneeId());
            } else if (asked.postId() != null) {
                people.addAll(holders(asked.postId()));
            }
        }
        if (people.isEmpty() && task.assigneeId() != null) {
            people.add(task.assigneeId());
        } else if (people.isEmpty()) {
            task.posts().forEach(post -> people.addAll(holders(post)));
        }
        return people;
    }

    private List<Long> holders(long postId) {
        return staff.holders(postId).stream().map(Staff::id).toList();
    }
}
