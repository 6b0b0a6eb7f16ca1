package org.bihuan.task;

import java.time.Clock;
import java.time.Instant;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.CaseReading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every operation begins and ends with: the task locked and held by whoever does it, and one entry in the record. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskDesk {

    private static final int LONGEST_REASON = 1000;

    private final OpenTasks open;
    private final InboxService inbox;
    private final CaseReading reading;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskDesk(
            OpenTasks open,
            InboxService inbox,
            CaseReading reading,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.open = open;
        this.inbox = inbox;
        this.reading = reading;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * The task, locked, which the current user holds.
     *
     * @throws org.bihuan.inbox.AlreadyTakenException when it has ended or a colleague holds it
     * @throws org.bihuan.inbox.NotYourTaskException when the current user does not hold it
     * @throws TaskRefusedException when it rests or waits for somebody
     */
    InboxTask held(String taskId) {
        open.lock(taskId);
        return inbox.requireHolder(taskId);
    }

    /**
     * The task, locked, of a case that the current user may read.
     *
     * @throws CaseNotFoundException when the current user may not
     * @throws org.bihuan.inbox.AlreadyTakenException when it has ended
     */
    InboxTask readable(String taskId) {
        InboxTask task = open.lock(taskId);
        reading.require(number(task));
        return task;
    }

    /** The reason without blanks around it; refused when there is none or it is too long. */
    static String reason(String reason) {
        String stripped = note(reason);
        if (stripped.isEmpty()) {
            throw new TaskRefusedException("task.refused.reason.missing");
        }
        return stripped;
    }

    /** The words without blanks around them, which may be none; refused when they are too long. */
    static String note(String words) {
        String stripped = words.strip();
        if (stripped.codePointCount(0, stripped.length()) > LONGEST_REASON) {
            throw new TaskRefusedException("task.refused.reason.long", LONGEST_REASON);
        }
        return stripped;
    }

    static CaseNumber number(InboxTask task) {
        return new CaseNumber(task.caseNumber());
    }

    /** Writes into the record that the current user did it, or the program where nobody is signed in. */
    void tell(InboxTask task, String deed, String note) {
        tell(task.family(), number(task), deed, note);
    }

    /** As above, about the case as a whole. */
    void tell(String family, CaseNumber number, String deed, String note) {
        tell(family, number, user.actorOrProgram(), deed, note);
    }

    /** As above, but somebody else did it, for example the program. */
    void tell(String family, CaseNumber number, Actor actor, String deed, String note) {
        events.publishEvent(TaskDeed.of(family, number, actor, now(), deed, note));
    }
}
