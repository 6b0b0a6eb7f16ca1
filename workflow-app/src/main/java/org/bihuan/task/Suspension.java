package org.bihuan.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.RestingTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.rights.CaseReading;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.bihuan.task.Rest.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 挂起 and 恢复: lets a case rest, so that nothing of it goes on and no clock of it runs, and lets it go on with the time
 * that was left.
 */
@Service
@Transactional
public class Suspension {

    private final RestMapper mapper;
    private final RestClock clock;
    private final RestingTasks resting;
    private final OpenTasks open;
    private final TaskDesk desk;
    private final Superiors superiors;
    private final CaseRegister register;
    private final CaseReading reading;
    private final Rights rights;
    private final CurrentUser user;

    Suspension(
            RestMapper mapper,
            RestClock clock,
            RestingTasks resting,
            OpenTasks open,
            TaskDesk desk,
            Superiors superiors,
            CaseRegister register,
            CaseReading reading,
            Rights rights,
            CurrentUser user) {
        this.mapper = mapper;
        this.clock = clock;
        this.resting = resting;
        this.open = open;
        this.desk = desk;
        this.superiors = superiors;
        this.register = register;
        this.reading = reading;
        this.rights = rights;
        this.user = user;
    }

    /**
     * Lets the case rest. For whoever holds one of its open tasks, and leaders and dispatchers at its unit or above.
     *
     * @param until when it goes on by itself; null for when somebody lets it
     * @throws CaseNotFoundException when the current user may not
     * @throws TaskRefusedException when it rests already, has no open task, or the moment is over
     */
    @PreAuthorize("@rights.may('task.suspend')")
    public void suspend(CaseNumber number, Kind kind, String reason, @Nullable Instant until) {
        CaseFile file = locked(number);
        List<InboxTask> tasks = open.ofCase(number);
        rights.require(Verb.TASK_SUSPEND, matter(number, tasks));
        resting.requireAwake(number);
        if (tasks.isEmpty()) {
            throw new TaskRefusedException("task.refused.suspend.noTask");
        }
        Instant now = desk.now().truncatedTo(ChronoUnit.SECONDS);
        if (until != null && !until.isAfter(now)) {
            throw new TaskRefusedException("task.refused.suspend.until");
        }
        String words = TaskDesk.reason(reason);
        mapper.insert(number.value(), file.family(), kind, words, user.require().id(), now, until);
        clock.stop(number, tasks, now, words);
        desk.tell(
                file.family(),
                number,
                kind == Kind.OUTSIDE ? "waitsOutside" : "suspended",
                until == null ? words : words + "\n→ " + DateFormats.plain(until));
    }

    /**
     * Lets the case go on, with the time that was left when it was stopped.
     *
     * @param note may be empty
     * @throws CaseNotFoundException when the current user may not
     * @throws TaskRefusedException when it does not rest
     */
    @PreAuthorize("@rights.may('task.suspend')")
    public void resume(CaseNumber number, String note) {
        CaseFile file = locked(number);
        rights.require(Verb.TASK_SUSPEND, matter(number, open.ofCase(number)));
        Rest rest = mapper.lockOpen(number.value());
        if (rest == null) {
            throw new TaskRefusedException("task.refused.resume.going");
        }
        String words = note.isBlank() ? "" : TaskDesk.reason(note);
        clock.start(
                rest, desk.now().truncatedTo(ChronoUnit.SECONDS), user.require().id(), words);
        desk.tell(file.family(), number, "resumed", words);
    }

    /**
     * The rest that goes on, if the case rests.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public Optional<Rest> current(CaseNumber number) {
        reading.require(number);
        return Optional.ofNullable(mapper.open(number.value()));
    }

    /**
     * All rests of the case, first things first.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<Rest> of(CaseNumber number) {
        reading.require(number);
        return mapper.of(number.value());
    }

    /** Whether the current user might let this case rest or go on, as far as rights go. */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public boolean may(CaseNumber number) {
        List<InboxTask> tasks = open.ofCase(number);
        return !tasks.isEmpty() && rights.may(Verb.TASK_SUSPEND, matter(number, tasks));
    }

    private CaseFile locked(CaseNumber number) {
        CaseFile file = register.find(number).orElseThrow(() -> new CaseNotFoundException(number.value()));
        open.lockCase(file.family(), number);
        return file;
    }

    /** The case as it lies, held by the post through which the current user holds one of its tasks. */
    private Matter matter(CaseNumber number, List<InboxTask> tasks) {
        String path = tasks.stream()
                .findFirst()
                .flatMap(superiors::unitOfCase)
                .map(OrgUnit::path)
                .orElse(null);
        Long me = user.staffId().orElse(null);
        List<Long> posts = user.posts().stream().map(Post::id).toList();
        Long post = tasks.stream()
                .filter(task -> task.assigneeId() != null && task.assigneeId().equals(me))
                .flatMap(task -> task.posts().stream())
                .filter(posts::contains)
                .findFirst()
                .orElse(null);
        return new Matter(number.value(), path, post, Set.of());
    }
}
