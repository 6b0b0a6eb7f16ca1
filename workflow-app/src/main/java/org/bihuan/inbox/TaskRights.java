package org.bihuan.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.StandIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By whose right the current user has a task: his own, or that of somebody absent for whom he stands in. */
@Component
class TaskRights {

    private final CurrentUser user;

    TaskRights(CurrentUser user) {
        this.user = user;
    }

    /**
     * In whose place the current user may have the task; empty in his own right, which goes first.
     *
     * @throws NotYourTaskException when he may not
     * @throws TaskRefusedException when several people sign it, so that nobody has it alone
     */
    @Nullable StandIn right(List<InboxItem> rows) {
        if (InboxTask.of(rows).isJoint()) {
            throw new TaskRefusedException("inbox.refused.joint");
        }
        Set<Long> mine = user.posts().stream().map(Post::id).collect(Collectors.toSet());
        if (rows.stream().anyMatch(row -> mine.contains(row.postId()))) {
            return null;
        }
        List<Long> posts =
                rows.stream().map(InboxItem::postId).filter(Objects::nonNull).toList();
        return user.standIns().stream()
                .filter(absent -> absent.covers(rows.getFirst().family()) && absent.holdsOneOf(posts))
                .findFirst()
                .orElseThrow(() -> new NotYourTaskException(
                        "None of the posts %s of %s may take the task of %s".formatted(mine, user.staffId(), posts)));
    }

    /** Who holds the task, if it is somebody absent for whom the current user stands in. */
    @Nullable StandIn awayHolder(List<InboxItem> rows) {
        return absent(rows.getFirst().assigneeId(), rows.getFirst().family()).orElse(null);
    }

    /** Whoever took a task in somebody's place goes on so, even where an own post would do. */
    @Nullable StandIn inWhosePlace(List<InboxItem> rows, @Nullable StandIn right) {
        return absent(rows.getFirst().forStaffId(), rows.getFirst().family()).orElse(right);
    }

    /** Whether the task is in the hands of somebody absent for whom the current user stands in. */
    boolean mayTakeOver(InboxTask task) {
        return absent(task.assigneeId(), task.family()).isPresent();
    }

    private Optional<StandIn> absent(@Nullable Long staffId, String family) {
        return staffId == null
                ? Optional.empty()
                : user.standIns().stream()
                        .filter(absent -> absent.staffId() == staffId && absent.covers(family))
                        .findFirst();
    }
}
