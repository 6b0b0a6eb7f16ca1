package org.bihuan.task;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskSurvey;
import org.bihuan.inbox.TaskSurvey.Hold;
import org.bihuan.org.Post;
import org.bihuan.org.StaffService;
import org.bihuan.transaction.TxRetry;
import org.bihuan.transaction.WorkKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds once an hour what became wrong by the date alone: posts and times as a deputy that ran out, or began. */
@Component
class OrphanSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    private final Orphans orphans;
    private final OpenTasks open;
    private final TaskSurvey survey;
    private final StaffService staff;
    private final TransactionTemplate transaction;
    private final TxRetry retry;

    OrphanSweep(
            Orphans orphans,
            OpenTasks open,
            TaskSurvey survey,
            StaffService staff,
            TransactionTemplate transaction,
            TxRetry retry) {
        this.orphans = orphans;
        this.open = open;
        this.survey = survey;
        this.staff = staff;
        this.transaction = transaction;
        this.retry = retry;
    }

    @Scheduled(cron = "${bihuan.task.orphan-sweep:0 5 * * * *}", zone = "Asia/Shanghai")
    void sweep() {
        WorkKind.JOBS.call(() -> {
            suspects().forEach(this::settle);
            return null;
        });
    }

    /** Tasks of people and posts that changed, and everything that was shown to a head before. */
    List<InboxTask> suspects() {
        List<InboxTask> suspects = transaction.execute(status -> {
            Set<Long> people = survey.holds().stream()
                    .collect(Collectors.groupingBy(Hold::staffId, Collectors.mapping(Hold::postId, Collectors.toSet())))
                    .entrySet()
                    .stream()
                    .filter(held -> !holdsAll(held.getKey(), held.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            var tasks = new HashSet<>(orphans.tasks(people, staff.unheld(survey.waitingPosts())));
            survey.askedAbout(ItemKind.ORPHAN).forEach(id -> open.find(id).ifPresent(tasks::add));
            return List.copyOf(tasks);
        });
        return suspects == null ? List.of() : suspects;
    }

    private boolean holdsAll(long staffId, Set<Long> posts) {
        return staff.postsOf(staffId).stream()
                .map(Post::id)
                .collect(Collectors.toSet())
                .containsAll(posts);
    }

    /** Each by itself, so that one that fails does not keep the others. */
    void settle(InboxTask task) {
        try {
            retry.call("OrphanSweep.settle", () -> {
                transaction.executeWithoutResult(status -> orphans.settle(List.of(task)));
                return "";
            });
        } catch (RuntimeException e) {
            LOG.warn("The task {} could not be put right", task.taskId(), e);
        }
    }
}
