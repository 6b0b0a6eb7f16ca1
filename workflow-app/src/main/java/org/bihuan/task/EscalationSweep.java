package org.bihuan.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.Actor;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.OverdueTasks;
import org.bihuan.inbox.OverdueTasks.Overdue;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.transaction.WorkKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells superiors of late tasks. Every node looks: the case is locked first, as everywhere, and whoever waited for it
 * finds that the task was told meanwhile. A row that is read is one that has to be told, however many tasks are open.
 */
@Component
class EscalationSweep {

    static final int AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EscalationSweep.class);

    private final EscalationMapper mapper;
    private final OverdueTasks overdue;
    private final OpenTasks open;
    private final Superiors superiors;
    private final TaskDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EscalationSweep(
            EscalationMapper mapper,
            OverdueTasks overdue,
            OpenTasks open,
            Superiors superiors,
            TaskDesk desk,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.overdue = overdue;
        this.open = open;
        this.superiors = superiors;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${bihuan.task.sweep:PT1M}", initialDelayString = "${bihuan.task.sweep:PT1M}")
    void sweep() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        WorkKind.JOBS.run(() -> {
            List<Overdue> page = overdue.after(null, now, AT_ONCE);
            while (!page.isEmpty()) {
                page.stream().map(Overdue::taskId).distinct().forEach(task -> tell(task, now));
                page = page.size() < AT_ONCE ? List.of() : overdue.after(page.getLast(), now, AT_ONCE);
            }
        });
    }

    private void tell(String taskId, Instant now) {
        try {
            transaction.executeWithoutResult(status -> {
                InboxTask task = open.lock(taskId);
                if (overdue.isDue(taskId, now)) {
                    escalate(task, now);
                }
            });
        } catch (AlreadyTakenException e) {
            LOG.debug("The task {} ended while it was being told", taskId);
        } catch (RuntimeException e) {
            // The others do not wait for it; the next round is another chance.
            LOG.warn("The lateness of the task {} could not be told", taskId, e);
        }
    }

    private void escalate(InboxTask task, Instant now) {
        List<Escalated> told = mapper.of(task.taskId(), task.dueAt());
        Optional<OrgUnit> unitOfCase = superiors.unitOfCase(task);
        Optional<Post> next = superiors
                .unitOfPost(task)
                .or(() -> unitOfCase)
                .flatMap(unit -> superiors.above(unit, unitOfCase.orElse(unit), task.assigneeId()).stream()
                        .filter(post -> told.stream().noneMatch(one -> one.postId() == post.id()))
                        .findFirst());
        if (next.isEmpty()) {
            overdue.toldAll(task);
            return;
        }
        int level = told.size() + 1;
        mapper.insert(
                task.taskId(),
                task.caseNumber(),
                task.dueAt(),
                level,
                next.get().id(),
                now);
        long id = mapper.of(task.taskId(), task.dueAt()).getLast().id();
        Instant again = overdue.told(task, now);
        open.askPost(
                task, ItemKind.ESCALATION, id, open.casePage(task), next.get().id(), again);
        desk.tell(task.family(), TaskDesk.number(task), Actor.SYSTEM, "escalated", DateFormats.plain(task.dueAt()));
    }
}
