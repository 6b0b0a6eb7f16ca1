package org.bihuan.inbox.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.DueWords;
import org.bihuan.casefile.CaseFile;
import org.bihuan.inbox.Copy;
import org.bihuan.inbox.DoneItem;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.ui.InboxRow.Mark;
import org.bihuan.inbox.ui.InboxRow.Tag;
import org.bihuan.org.Post;
import org.bihuan.org.StandIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what the lists hold into words, for pages and files. */
@Component
final class InboxRows {

    private final InboxQueries queries;
    private final DueWords dueWords;
    private final Clock clock;
    private final I18NProvider texts;

    InboxRows(InboxQueries queries, DueWords dueWords, Clock clock, I18NProvider texts) {
        this.queries = queries;
        this.dueWords = dueWords;
        this.clock = clock;
        this.texts = texts;
    }

    /** A task to do. */
    InboxRow of(InboxItem item, RowContext context) {
        Instant now = clock.instant();
        Locale locale = context.locale();
        boolean ofAbsent = context.absent().stream().anyMatch(one -> Objects.equals(item.assigneeId(), one.staffId()));
        return new InboxRow(
                String.valueOf(item.id()),
                item.route(),
                item.title(),
                tags(item, context, now),
                orEmpty(item.place()),
                item.caseNumber(),
                step(item.family(), item.taskKey(), locale),
                from(item, context),
                item.unitsNearestFirst().stream()
                        .findFirst()
                        .map(context.names().units()::get)
                        .orElse(""),
                age(Duration.between(item.createdAt(), now), locale),
                item.suspendedAt() == null ? Mark.valueOf(item.state(now).name()) : Mark.RESTING,
                item.suspendedAt() == null
                        ? dueWords.words(item.dueAt(), now, item.unitsNearestFirst(), locale)
                        : resting(item, locale),
                holder(item, context),
                item.claimable() || ofAbsent ? item.taskId() : null,
                item.selectable());
    }

    /** A task done. */
    InboxRow of(DoneItem item, Locale locale) {
        return new InboxRow(
                String.valueOf(item.id()),
                queries.route(item.family(), item.caseNumber()),
                item.title(),
                List.of(),
                orEmpty(item.place()),
                item.caseNumber(),
                step(item.family(), item.taskKey(), locale),
                "",
                "",
                DateFormats.dateTime(item.completedAt(), locale),
                item.inTime() ? Mark.IN_TIME : Mark.LATE,
                text(item.inTime() ? "inbox.done.inTime" : "inbox.done.late", locale),
                "",
                null,
                false);
    }

    /** A case that the reader started. */
    InboxRow of(CaseFile file, Locale locale) {
        return new InboxRow(
                file.number(),
                queries.route(file.family(), file.number()),
                file.title(),
                List.of(),
                orEmpty(file.place()),
                file.number(),
                "",
                "",
                "",
                DateFormats.dateTime(file.startedAt(), locale),
                file.closedAt() == null ? Mark.OPEN : Mark.ENDED,
                text("status." + file.family() + "." + file.status(), locale),
                "",
                null,
                false);
    }

    /** A case that was copied to the reader. */
    InboxRow of(Copy copy, Locale locale) {
        return new InboxRow(
                String.valueOf(copy.id()),
                queries.route(copy.family(), copy.caseNumber()),
                copy.title(),
                List.of(),
                orEmpty(copy.place()),
                copy.caseNumber(),
                copy.words(),
                copy.byStaffId() == null ? text("trace.actor.system", locale) : copy.byName(),
                "",
                DateFormats.dateTime(copy.sentAt(), locale),
                copy.readAt() == null ? Mark.OPEN : Mark.ENDED,
                text(copy.readAt() == null ? "inbox.copy.unread" : "inbox.copy.read", locale),
                "",
                null,
                false);
    }

    private List<Tag> tags(InboxItem item, RowContext context, Instant now) {
        Locale locale = context.locale();
        var tags = new ArrayList<Tag>();
        if (item.kind() != ItemKind.TASK) {
            tags.add(new Tag(
                    item.kind() == ItemKind.ESCALATION ? "red" : "yellow", text("inbox.kind." + item.kind(), locale)));
        }
        if (item.urgedAt() != null) {
            String when = dueWords.when(item.urgedAt(), now, locale);
            tags.add(new Tag(
                    "red",
                    item.urgedTimes() > 1
                            ? text("inbox.tag.urged.often", locale, when, item.urgedTimes())
                            : text("inbox.tag.urged", locale, when)));
        }
        if (item.forStaffId() != null) {
            tags.add(new Tag("neutral", text("inbox.tag.for", locale, name(item.forStaffId(), context))));
        }
        if (item.ownerId() != null) {
            boolean own = item.ownerId() == context.reader();
            tags.add(new Tag(
                    "neutral",
                    text(
                            own ? "inbox.tag.delegatedTo" : "inbox.tag.delegatedBy",
                            locale,
                            name(own ? item.assigneeId() : item.ownerId(), context))));
        }
        return List.copyOf(tags);
    }

    private String resting(InboxItem item, Locale locale) {
        String why = item.suspendedWhy();
        return why == null || why.isBlank()
                ? text("inbox.tag.suspended", locale)
                : text("inbox.resting.why", locale, why);
    }

    /** Through which post, and in whose place. */
    private String from(InboxItem item, RowContext context) {
        Locale locale = context.locale();
        for (StandIn one : context.absent()) {
            Post lent = one.posts().stream()
                    .filter(post -> Objects.equals(post.id(), item.postId()))
                    .findFirst()
                    .orElse(null);
            boolean his = Objects.equals(item.assigneeId(), one.staffId())
                    || Objects.equals(item.forStaffId(), one.staffId())
                    || item.assigneeId() == null && lent != null && one.covers(item.family());
            if (his) {
                Post post = lent == null ? context.posts().get(item.postId()) : lent;
                return text("inbox.for", locale, one.name(), words(post, locale));
            }
        }
        return words(context.posts().get(item.postId()), locale);
    }

    private String holder(InboxItem item, RowContext context) {
        if (item.assigneeId() == null) {
            return "";
        }
        return item.assigneeId() == context.reader()
                ? text("inbox.mine", context.locale())
                : name(item.assigneeId(), context);
    }

    private static String name(@Nullable Long staffId, RowContext context) {
        return orEmpty(context.names().people().get(staffId));
    }

    private String step(String family, String taskKey, Locale locale) {
        return text("task." + family + "." + taskKey, locale);
    }

    private String words(@Nullable Post post, Locale locale) {
        return post == null ? "" : text("org.role." + post.role().name(), locale) + " · " + post.unitName();
    }

    private String age(Duration age, Locale locale) {
        if (age.toDays() > 0) {
            return text("inbox.age.days", locale, age.toDays());
        }
        return age.toHours() > 0
                ? text("inbox.age.hours", locale, age.toHours())
                : text("inbox.age.minutes", locale, Math.max(1, age.toMinutes()));
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getTranslation(key, locale, values);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
