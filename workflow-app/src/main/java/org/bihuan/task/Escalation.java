package org.bihuan.task;

import java.util.List;
import java.util.Set;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.rights.CaseReading;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What superiors do about lateness that they were told: take note; urging is an operation of its own. */
@Service
@Transactional
public class Escalation {

    private final EscalationMapper mapper;
    private final OpenTasks open;
    private final TaskDesk desk;
    private final CaseReading reading;
    private final Rights rights;
    private final CurrentUser user;

    Escalation(
            EscalationMapper mapper,
            OpenTasks open,
            TaskDesk desk,
            CaseReading reading,
            Rights rights,
            CurrentUser user) {
        this.mapper = mapper;
        this.open = open;
        this.desk = desk;
        this.reading = reading;
        this.rights = rights;
        this.user = user;
    }

    /**
     * What the current user's posts were told about the case and nobody has taken note of.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<Escalated> waiting(CaseNumber number) {
        reading.require(number);
        List<Long> posts = user.posts().stream().map(Post::id).toList();
        if (posts.isEmpty()) {
            return List.of();
        }
        Set<Long> asked = open.asked(number, ItemKind.ESCALATION);
        return mapper.waiting(number.value(), posts).stream()
                .filter(one -> asked.contains(one.id()))
                .toList();
    }

    /**
     * Notes that the superior knows; the task stays late and is told to the next superior in its time.
     *
     * @param note may be empty
     * @throws CaseNotFoundException when the current user's posts were not told
     * @throws org.bihuan.inbox.AlreadyTakenException when the task has ended
     * @throws TaskRefusedException when somebody has taken note already
     */
    @PreAuthorize("@rights.may('task.acknowledge')")
    public void acknowledge(long id, String note) {
        Escalated escalated = mapper.find(id);
        if (escalated == null) {
            throw new CaseNotFoundException("escalation " + id);
        }
        rights.require(Verb.TASK_ACKNOWLEDGE, new Matter(escalated.caseNumber(), null, escalated.postId(), Set.of()));
        InboxTask task = open.lock(escalated.taskId());
        long me = user.require().id();
        // Also when the task has got more time meanwhile.
        if (!open.asked(new CaseNumber(task.caseNumber()), ItemKind.ESCALATION).contains(id)
                || mapper.acknowledge(id, me, desk.now()) == 0) {
            throw new TaskRefusedException("task.refused.escalation.noted");
        }
        open.answered(ItemKind.ESCALATION, id, me);
        desk.tell(task, "escalationNoted", note.isBlank() ? "" : TaskDesk.reason(note));
    }
}
