package org.bihuan.task;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may be given a task, and what has to follow so that he can do it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Receivers {

    private final StaffService staff;
    private final TaskFamilies families;
    private final OpenTasks open;

    Receivers(StaffService staff, TaskFamilies families, OpenTasks open) {
        this.staff = staff;
        this.families = families;
        this.open = open;
    }

    /** Today's holders of the task's posts, then those whom the family names, each once. */
    List<Receiver> of(InboxTask task, long without) {
        Map<Long, Receiver> found = new LinkedHashMap<>();
        for (long postId : task.posts()) {
            staff.post(postId)
                    .ifPresent(post -> staff.holders(postId)
                            .forEach(person -> found.putIfAbsent(person.id(), new Receiver(person, post))));
        }
        for (Staff person : families.of(task.family()).furtherReceivers(task)) {
            closest(task, staff.postsOf(person.id()))
                    .ifPresent(post -> found.putIfAbsent(person.id(), new Receiver(person, post)));
        }
        found.remove(without);
        return List.copyOf(found.values());
    }

    /** Whether only holders of its posts may be given the task. */
    boolean addsNobody(InboxTask task) {
        return families.of(task.family()).furtherReceivers(task).isEmpty();
    }

    /** A post of the role that one of the task's posts has, else any. */
    private Optional<Post> closest(InboxTask task, List<Post> posts) {
        Set<Role> roles = roles(task.posts());
        return posts.stream()
                .filter(post -> roles.contains(post.role()))
                .findFirst()
                .or(() -> posts.stream().findFirst());
    }

    /** Roles of these posts. */
    Set<Role> roles(Collection<Long> posts) {
        return posts.stream()
                .flatMap(id -> staff.post(id).stream())
                .map(Post::role)
                .collect(Collectors.toSet());
    }

    /**
     * The one of them with this id.
     *
     * @throws TaskRefusedException when he is none of them
     */
    static Receiver require(List<Receiver> receivers, long staffId) {
        return receivers.stream()
                .filter(receiver -> receiver.person().id() == staffId)
                .findFirst()
                .orElseThrow(() -> new TaskRefusedException("task.refused.receiver"));
    }

    /** The task becomes his for good: inbox and family agree that he may do it. */
    void give(InboxTask task, Receiver receiver) {
        open.hand(task, receiver.person().id(), null);
        follow(task, receiver);
    }

    /** Lets his post take the task, where it could not before. */
    void offer(InboxTask task, Receiver receiver) {
        if (!task.posts().contains(receiver.post().id())) {
            open.repost(task, List.of(receiver.post().id()));
        }
    }

    /** As {@link #give}, where the inbox knows already who holds the task. */
    void follow(InboxTask task, Receiver receiver) {
        offer(task, receiver);
        families.of(task.family()).handedTo(task, receiver.person());
    }
}
