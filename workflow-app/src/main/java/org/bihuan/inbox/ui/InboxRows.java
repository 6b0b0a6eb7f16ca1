package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.DueWords;
import org.bihuan.casefile.CaseFile;
import org.bihuan.inbox.DoneItem;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.ui.InboxRow.Mark;
import org.bihuan.org.Post;
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

    /** A task to do; {@code posts} are the reader's by their ids. */
    InboxRow of(InboxItem item, Map<Long, Post> posts) {
        Instant now = clock.instant();
        return new InboxRow(
                String.valueOf(item.id()),
                item.route(),
                item.title(),
                orEmpty(item.place()),
                item.caseNumber(),
                step(item.family(), item.taskKey()),
                words(posts.get(item.postId())),
                age(Duration.between(item.createdAt(), now)),
                Mark.valueOf(item.state(now).name()),
                item.suspendedAt() == null
                        ? dueWords.words(item.dueAt(), now, item.unitsNearestFirst(), locale())
                        : text("inbox.resting.why", orEmpty(item.suspendedWhy())),
                item.assigneeId() == null ? "" : text("inbox.mine"),
                claimable(item) ? item.taskId() : null);
    }

    /** What is only asked about a task is answered on its page, and what rests waits. */
    private static boolean claimable(InboxItem item) {
        return item.kind() == ItemKind.TASK && item.assigneeId() == null && item.suspendedAt() == null;
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
