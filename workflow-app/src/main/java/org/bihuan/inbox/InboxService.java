package org.bihuan.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseEngine;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.CaseReading;
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
    private final CaseReading reading;
    private final CaseEngine engine;
    private final CurrentUser user;
    private final StaffService staff;

    InboxService(
            InboxMapper mapper,
            InboxQueries queries,
            CaseTypes types,
            CaseReading reading,
            CaseEngine engine,
            CurrentUser user,
            StaffService staff) {
        this.mapper = mapper;
        this.queries = queries;
        this.types = types;
        this.reading = reading;
        this.engine = engine;
        this.user = user;
        this.staff = staff;
    }

    /**
     * Gives the task to the current user; does nothing when the user holds it already.
     *
     * @throws AlreadyTakenException when somebody else was first
     * @throws NotYourTaskException when none of the user's posts may take the task
     * @throws ClaimRefusedException when the family does not let the user
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public void claim(String taskId) {
        Staff me = user.require();
        List<InboxItem> rows = mapper.ofTask(taskId);
        if (!rows.isEmpty()) {
            requirePost(rows);
        }
        if (mapper.claim(taskId, me.id()) == 0) {
            long holder = holder(taskId);
            if (holder == me.id()) {
                return;
            }
            throw new AlreadyTakenException(staff.find(holder).map(Staff::name).orElse(""));
        }
        engine.assign(taskId, me.id());
        InboxTask task = task(mapper.ofTask(taskId));
        types.of(task.family()).claimed(task);
    }

    /**
     * Gives the task back to its posts.
     *
     * @throws NotYourTaskException when the current user does not hold it
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public void release(String taskId) {
        requireHolder(taskId);
        mapper.release(taskId, user.require().id());
        engine.assign(taskId, null);
        InboxTask task = task(mapper.ofTask(taskId));
        types.of(task.family()).released(task);
    }

    /**
     * Lets only the holder of the task go on, and nobody else touch the task until the caller's transaction ends.
     *
     * @throws NotYourTaskException when the current user does not hold the task, or the task ended
     */
    @PreAuthorize("@rights.may('inbox.claim')")
    public void requireHolder(String taskId) {
        long me = user.require().id();
        List<InboxItem> rows = mapper.lockTask(taskId);
        if (rows.isEmpty() || !Objects.equals(rows.getFirst().assigneeId(), me)) {
            throw new NotYourTaskException("The task is not held by " + me);
        }
        // Who was moved to another post since does not go on with the old one's tasks.
        requirePost(rows);
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
                .map(InboxService::task)
                .toList();
    }

    /** How much the current user has to do. */
    @PreAuthorize("@rights.may('inbox.read')")
    @Transactional(readOnly = true)
    public InboxCounts count() {
        return queries.counts();
    }

    private void requirePost(List<InboxItem> rows) {
        Set<Long> mine = user.posts().stream().map(Post::id).collect(Collectors.toSet());
        if (rows.stream().noneMatch(row -> mine.contains(row.postId()))) {
            throw new NotYourTaskException("None of the posts %s of %s may take the task of %s"
                    .formatted(
                            mine,
                            user.staffId(),
                            rows.stream().map(InboxItem::postId).toList()));
        }
    }

    /** Who has the task or has done it; 0 when it ended without a person. */
    private long holder(String taskId) {
        return mapper.ofTask(taskId).stream()
                .map(InboxItem::assigneeId)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(mapper.doneBy(taskId)))
                .orElse(0L);
    }

    private static InboxTask task(List<InboxItem> rows) {
        InboxItem first = rows.getFirst();
        return new InboxTask(
                first.taskId(),
                first.taskKey(),
                first.formKey(),
                first.family(),
                first.caseNumber(),
                rows.stream().map(InboxItem::postId).toList(),
                first.assigneeId(),
                first.createdAt(),
                first.dueAt(),
                first.warnAt());
    }
}
