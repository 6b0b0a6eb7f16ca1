package org.bihuan.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskSurvey;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffChanged;
import org.bihuan.org.StaffService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps tasks from lying where nobody is: what its holder may do no longer goes back, and a task whose posts nobody holds
 * is shown to the head of the unit until somebody is there again. Asks nobody's rights: it follows what others decided.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Orphans {

    /** Who is shown what nobody can do, the nearest at or above the unit; the last appoints whoever is missing. */
    private static final List<Role> HEADS = List.of(Role.LEADER, Role.DISPATCHER, Role.SECURITY_ADMINISTRATOR);

    private static final int AT_ONCE = 200;

    private final OpenTasks open;
    private final TaskSurvey survey;
    private final StaffService staff;
    private final OrgService units;
    private final TaskFamilies families;
    private final TaskDesk desk;

    Orphans(
            OpenTasks open,
            TaskSurvey survey,
            StaffService staff,
            OrgService units,
            TaskFamilies families,
            TaskDesk desk) {
        this.open = open;
        this.survey = survey;
        this.staff = staff;
        this.units = units;
        this.families = families;
        this.desk = desk;
    }

    /** In the transaction in which somebody lost or got what he may do. */
    @EventListener
    void follow(StaffChanged change) {
        long person = change.staffId();
        settle(tasks(Set.of(person), staff.everHeldBy(person)));
    }

    /** Tasks whose holders or posts may be at fault, and those that were shown to a head because of these posts. */
    List<InboxTask> tasks(Collection<Long> people, Collection<Long> posts) {
        Map<String, InboxTask> found = new HashMap<>();
        for (long person : people) {
            survey.heldBy(person).forEach(task -> found.put(task.taskId(), task));
            survey.ownedBy(person).forEach(task -> found.put(task.taskId(), task));
        }
        for (long post : posts) {
            String last = "";
            List<InboxTask> page;
            do {
                page = survey.waitingFor(post, last, AT_ONCE);
                page.forEach(task -> found.put(task.taskId(), task));
                last = page.isEmpty() ? last : page.getLast().taskId();
            } while (page.size() == AT_ONCE);
            survey.askedOf(post, ItemKind.ORPHAN).forEach(id -> open.find(id).ifPresent(task -> found.put(id, task)));
        }
        return List.copyOf(found.values());
    }

    /** Puts these tasks right; says nothing about those that are. */
    void settle(List<InboxTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Set<Long> unheld = staff.unheld(
                tasks.stream().flatMap(task -> task.posts().stream()).collect(Collectors.toSet()));
        List<InboxTask> wrong =
                tasks.stream().filter(task -> isWrong(task, unheld)).toList();
        open.lockAll(wrong).forEach(task -> settle(task, unheld));
    }

    private boolean isWrong(InboxTask task, Set<Long> unheld) {
        if (task.assigneeId() != null) {
            return !mayGoOn(task);
        }
        List<InboxItem> shown = survey.asked(task.taskId(), ItemKind.ORPHAN);
        return unheld.containsAll(task.posts()) != (!shown.isEmpty() && areSeen(shown));
    }

    private void settle(InboxTask task, Set<Long> unheld) {
        boolean waits = task.assigneeId() == null;
        if (!waits && !mayGoOn(task)) {
            waits = giveBack(task);
        }
        List<InboxItem> shown = survey.asked(task.taskId(), ItemKind.ORPHAN);
        boolean orphaned = waits && unheld.containsAll(task.posts());
        if (orphaned && !shown.isEmpty() && areSeen(shown)) {
            return;
        }
        shown.forEach(row -> open.withdrawn(ItemKind.ORPHAN, row.refId()));
        if (orphaned) {
            show(task);
        }
    }

    /** Whether the head to whom it is shown is there himself. */
    private boolean areSeen(List<InboxItem> shown) {
        return staff.unheld(shown.stream()
                        .map(InboxItem::postId)
                        .filter(Objects::nonNull)
                        .toList())
                .isEmpty();
    }

    /** Whether the holder, or for what he only has for a while its owner as well, can do something with it today. */
    private boolean mayGoOn(InboxTask task) {
        long holder = Objects.requireNonNull(task.assigneeId());
        return task.ownerId() == null
                ? mayDo(holder, task)
                : mayDo(task.ownerId(), task) && !staff.postsOf(holder).isEmpty();
    }

    private boolean mayDo(long staffId, InboxTask task) {
        return staff.postsOf(staffId).stream().anyMatch(post -> task.posts().contains(post.id()))
                || staff.standInsOf(staffId).stream()
                        .anyMatch(absent -> absent.covers(task.family()) && absent.holdsOneOf(task.posts()));
    }

    /** To the owner, to the absent person in whose place it was done, or to the posts; tells whether to the posts. */
    private boolean giveBack(InboxTask task) {
        Long to = Stream.of(Optional.ofNullable(task.ownerId()), open.forWhom(task))
                .flatMap(Optional::stream)
                .filter(id -> mayDo(id, task))
                .findFirst()
                .orElse(null);
        open.hand(task, to, null);
        if (to == null) {
            open.released(task);
            desk.tell(task, "holderGone", "");
            return true;
        }
        Staff person = staff.find(to).orElseThrow();
        if (task.ownerId() == null) {
            families.of(task.family()).handedTo(task, person);
        }
        desk.tell(task, "holderGone", person.name());
        return false;
    }

    private void show(InboxTask task) {
        head(task).ifPresent(post -> {
            // One row at most for each task, so that its first row may stand for it.
            open.askPost(task, ItemKind.ORPHAN, open.rowOf(task), "task/orphan", post.id(), task.dueAt());
            desk.tell(task, "orphaned", post.unitName());
        });
    }

    private Optional<Post> head(InboxTask task) {
        List<OrgUnit> at = task.posts().stream()
                .flatMap(id -> staff.post(id).stream())
                .flatMap(post -> units.find(post.unitId()).stream())
                .toList();
        return HEADS.stream()
                .flatMap(role -> at.stream().flatMap(unit -> staff.nearestHeld(unit, role).stream()))
                .findFirst();
    }
}
