package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.DueWords;
import org.bihuan.casefile.CaseFile;
import org.bihuan.inbox.DoneItem;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.ui.InboxRow.Mark;
import org.bihuan.org.Post;
import org.bihuan.org.StandIn;
import org.jspecify.annotations.Nullable;

/** Puts what the lists hold into the words of the page. */
final class InboxRows {

    private final Component page;
    private final InboxQueries queries;
    private final DueWords dueWords;
    private final Clock clock;

    InboxRows(Component page, InboxQueries queries, DueWords dueWords, Clock clock) {
        this.page = page;
        this.queries = queries;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    /** A task to do; {@code posts} are the reader's by their ids, {@code absent} those for whom the reader stands in. */
    InboxRow of(InboxItem item, Map<Long, Post> posts, List<StandIn> absent) {
        Instant now = clock.instant();
        StandIn holder = absent.stream()
                .filter(one -> Objects.equals(item.assigneeId(), one.staffId()))
                .findFirst()
                .orElse(null);
        return new InboxRow(
                String.valueOf(item.id()),
                item.route(),
                item.title(),
                orEmpty(item.place()),
                item.caseNumber(),
                step(item.family(), item.taskKey()),
                from(item, posts, absent),
                age(Duration.between(item.createdAt(), now)),
                Mark.valueOf(item.state(now).name()),
                dueWords.words(item.dueAt(), now, item.unitsNearestFirst(), locale()),
                item.assigneeId() == null ? "" : text("inbox.mine"),
                item.assigneeId() == null || holder != null ? item.taskId() : null);
    }

    /** Through which post, and in whose place. */
    private String from(InboxItem item, Map<Long, Post> posts, List<StandIn> absent) {
        for (StandIn one : absent) {
            Post lent = one.posts().stream()
                    .filter(post -> Objects.equals(post.id(), item.postId()))
                    .findFirst()
                    .orElse(null);
            boolean his = Objects.equals(item.assigneeId(), one.staffId())
                    || Objects.equals(item.forStaffId(), one.staffId())
                    || item.assigneeId() == null && lent != null && one.covers(item.family());
            if (his) {
                return text("inbox.for", one.name(), words(lent == null ? posts.get(item.postId()) : lent));
            }
        }
        return words(posts.get(item.postId()));
    }

    /** A task done. */
    InboxRow of(DoneItem item) {
        return new InboxRow(
                String.valueOf(item.id()),
                queries.route(item.family(), item.caseNumber()),
                item.title(),
                orEmpty(item.place()),
                item.caseNumber(),
                step(item.family(), item.taskKey()),
                "",
                DateFormats.dateTime(item.completedAt(), locale()),
                item.inTime() ? Mark.IN_TIME : Mark.LATE,
                text(item.inTime() ? "inbox.done.inTime" : "inbox.done.late"),
                "",
                null);
    }

    /** A case that the reader started. */
    InboxRow of(CaseFile file) {
        return new InboxRow(
                file.number(),
                queries.route(file.family(), file.number()),
                file.title(),
                orEmpty(file.place()),
                file.number(),
                "",
                "",
                DateFormats.dateTime(file.startedAt(), locale()),
                file.closedAt() == null ? Mark.OPEN : Mark.ENDED,
                text("status." + file.family() + "." + file.status()),
                "",
                null);
    }

    private String step(String family, String taskKey) {
        return text("task." + family + "." + taskKey);
    }

    private String words(@Nullable Post post) {
        return post == null ? "" : text("org.role." + post.role().name()) + " · " + post.unitName();
    }

    private String age(Duration age) {
        if (age.toDays() > 0) {
            return text("inbox.age.days", age.toDays());
        }
        return age.toHours() > 0
                ? text("inbox.age.hours", age.toHours())
                : text("inbox.age.minutes", Math.max(1, age.toMinutes()));
    }

    private Locale locale() {
        return page.getUI().map(UI::getLocale).orElse(Locale.SIMPLIFIED_CHINESE);
    }

    private String text(String key, Object... values) {
        return page.getTranslation(key, values);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
