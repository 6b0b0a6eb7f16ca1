package org.bihuan.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskSurvey;
import org.bihuan.org.Colleague;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.StaffService;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives tasks whose posts nobody holds any more to somebody; for the head of the unit, to whom they are shown. */
@Service
@Transactional
public class Reassigning {

    private final OpenTasks open;
    private final TaskSurvey survey;
    private final Receivers receivers;
    private final StaffService staff;
    private final TaskDesk desk;
    private final CurrentUser user;

    Reassigning(
            OpenTasks open,
            TaskSurvey survey,
            Receivers receivers,
            StaffService staff,
            TaskDesk desk,
            CurrentUser user) {
        this.open = open;
        this.survey = survey;
        this.receivers = receivers;
        this.staff = staff;
        this.desk = desk;
        this.user = user;
    }

    /** A task that nobody is there to do, and who could: the same role at or below the head's unit. */
    public record Orphan(InboxTask task, String title, List<Post> posts, List<Receiver> receivers) {}

    /**
     * Tasks of the case that are shown to the current user because nobody is there to do them.
     *
     * @throws CaseNotFoundException when there are none
     */
    @PreAuthorize("@rights.may('task.reassign')")
    @Transactional(readOnly = true)
    public List<Orphan> orphans(CaseNumber number) {
        List<Orphan> found = open.ofCase(number).stream()
                .flatMap(task -> shownTo(task).map(head -> orphan(task, head)))
                .toList();
        if (found.isEmpty()) {
            throw new CaseNotFoundException(number.value());
        }
        return found;
    }

    /**
     * Gives one of them to somebody.
     *
     * @throws CaseNotFoundException when it is not shown to the current user
     * @throws org.bihuan.inbox.AlreadyTakenException when it has ended
     * @throws org.bihuan.inbox.TaskRefusedException when the person may not have it, or there is no reason
     */
    @PreAuthorize("@rights.may('task.reassign')")
    public void reassign(String taskId, long staffId, String reason) {
        String words = TaskDesk.reason(reason);
        InboxTask task = open.lock(taskId);
        Post head = shownTo(task).findFirst().orElseThrow(() -> new CaseNotFoundException(task.caseNumber()));
        Receiver receiver = Receivers.require(orphan(task, head).receivers(), staffId);
        List<InboxItem> shown = survey.asked(taskId, ItemKind.ORPHAN);
        receivers.give(task, receiver);
        long me = user.require().id();
        shown.forEach(row -> open.answered(ItemKind.ORPHAN, row.refId(), me));
        desk.tell(task, "reassigned", receiver.person().name() + ":" + words);
    }

    /** The post of the current user, or of somebody in whose place he stands, to which the task is shown. */
    private Stream<Post> shownTo(InboxTask task) {
        List<Long> asked = survey.asked(task.taskId(), ItemKind.ORPHAN).stream()
                .map(InboxItem::postId)
                .toList();
        return Stream.concat(
                        user.posts().stream(),
                        user.standIns().stream()
                                .filter(absent -> absent.covers(task.family()))
                                .flatMap(absent -> absent.posts().stream()))
                .filter(post -> asked.contains(post.id()))
                .limit(1);
    }

    private Orphan orphan(InboxTask task, Post head) {
        Map<Long, Receiver> could = new LinkedHashMap<>();
        receivers.of(task, 0).forEach(one -> could.put(one.person().id(), one));
        for (Colleague one : staff.holdersBelow(head.unitPath(), receivers.roles(task.posts()))) {
            staff.find(one.staffId())
                    .ifPresent(person -> staff.post(one.postId())
                            .ifPresent(post -> could.putIfAbsent(person.id(), new Receiver(person, post))));
        }
        return new Orphan(
                task,
                open.summary(task).title(),
                task.posts().stream().flatMap(id -> staff.post(id).stream()).toList(),
                List.copyOf(could.values()));
    }
}
