package org.bihuan.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.Notice;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people of tasks: one that is theirs or may become so, one that is asked about, a deadline. */
@Component
class TaskNotices {

    /** Where more people share the posts, nobody feels meant: their list shows it. */
    static final int MOST_HOLDERS = 5;

    private final ApplicationEventPublisher events;
    private final StaffService staff;
    private final CurrentUser user;

    TaskNotices(ApplicationEventPublisher events, StaffService staff, CurrentUser user) {
        this.events = events;
        this.staff = staff;
        this.user = user;
    }

    /** The task began: for whoever has it already, else for the few who may take it. */
    void arrived(InboxTask task, String title) {
        if (task.assigneeId() != null) {
            given(task, title, task.assigneeId(), task.createdAt());
        } else {
            tell("inbox.arrived", task, title, holders(task.posts()), task.createdAt());
        }
    }

    /** Somebody else gave the task to this person. */
    void given(InboxTask task, String title, long staffId, Instant at) {
        tell("inbox.assigned", task, title, Set.of(staffId), at);
    }

    /** Something is asked about the task, or a superior is told that it is late. */
    void asked(InboxTask task, ItemKind kind, String title, Collection<Long> staffIds, Instant at) {
        tell(kind == ItemKind.ESCALATION ? "task.escalated" : "inbox.asked", task, title, staffIds, at);
    }

    /** The deadline of the task is near or over. */
    void deadline(String kind, InboxTask task, String title, Instant at) {
        tell(kind, task, title, task.assigneeId() == null ? holders(task.posts()) : Set.of(task.assigneeId()), at);
    }

    /** Holders of the posts; nobody where they are many. */
    Set<Long> holders(List<Long> posts) {
        var holders = new HashSet<Long>();
        for (long post : posts) {
            staff.holders(post).stream().map(Staff::id).forEach(holders::add);
        }
        return holders.size() > MOST_HOLDERS ? Set.of() : holders;
    }

    /** Whoever does something need not be told of it. */
    private void tell(String kind, InboxTask task, String title, Collection<Long> staffIds, Instant at) {
        var others = new HashSet<>(staffIds);
        user.staffId().ifPresent(others::remove);
        if (!others.isEmpty()) {
            events.publishEvent(new Notice(
                    kind, others, new CaseRef(task.family(), new CaseNumber(task.caseNumber())), title, "", at));
        }
    }
}
