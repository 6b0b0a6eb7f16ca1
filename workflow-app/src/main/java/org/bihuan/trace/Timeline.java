package org.bihuan.trace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.audit.AuditEntry;
import org.bihuan.casefile.Actor;

/**
 * What happened to a case in plain words, latest first. The wording of an event stands under {@code event.<type>}
 * (argument 0 is the actor's name), the one for the reporter under {@code event.<type>.public}.
 */
public final class Timeline extends Composite<Div> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Map<String, VaadinIcon> ICONS = Map.ofEntries(
            Map.entry("reported", VaadinIcon.MEGAPHONE),
            Map.entry("supplemented", VaadinIcon.FILE_ADD),
            Map.entry("dispatched", VaadinIcon.PAPERPLANE),
            Map.entry("accepted", VaadinIcon.HAND),
            Map.entry("handled", VaadinIcon.TOOLS),
            Map.entry("handedUp", VaadinIcon.LEVEL_UP),
            Map.entry("verified", VaadinIcon.CHECK_CIRCLE),
            Map.entry("sentBack", VaadinIcon.REPLY),
            Map.entry("rated", VaadinIcon.STAR),
            Map.entry("reopened", VaadinIcon.ROTATE_LEFT),
            Map.entry("closed", VaadinIcon.ARCHIVE),
            Map.entry("dismissed", VaadinIcon.BAN),
            Map.entry("merged", VaadinIcon.CONNECT),
            Map.entry("categoryCorrected", VaadinIcon.TAG),
            Map.entry("backToDispatching", VaadinIcon.REPLY),
            Map.entry("backToHandling", VaadinIcon.REPLY),
            Map.entry("backToChecking", VaadinIcon.REPLY),
            Map.entry("handedOn", VaadinIcon.EXCHANGE),
            Map.entry("withdrawn", VaadinIcon.BAN),
            Map.entry("returned", VaadinIcon.REPLY),
            Map.entry("takenBack", VaadinIcon.REPLY_ALL),
            Map.entry("revoked", VaadinIcon.BAN),
            Map.entry("transferred", VaadinIcon.EXCHANGE),
            Map.entry("delegated", VaadinIcon.USER_CLOCK),
            Map.entry("handedBack", VaadinIcon.USER_CHECK),
            Map.entry("recalled", VaadinIcon.ROTATE_LEFT),
            Map.entry("reassigned", VaadinIcon.USER_CHECK),
            Map.entry("holderGone", VaadinIcon.WARNING),
            Map.entry("orphaned", VaadinIcon.WARNING),
            Map.entry("released", VaadinIcon.REPLY),
            Map.entry("repaired", VaadinIcon.WRENCH),
            Map.entry("completedInBulk", VaadinIcon.CHECK_CIRCLE),
            Map.entry("agreed", VaadinIcon.PENCIL),
            Map.entry("objected", VaadinIcon.PENCIL),
            Map.entry("abstained", VaadinIcon.PENCIL),
            Map.entry("signersBefore", VaadinIcon.PLUS_CIRCLE),
            Map.entry("signersBeside", VaadinIcon.PLUS_CIRCLE),
            Map.entry("signersAfter", VaadinIcon.PLUS_CIRCLE),
            Map.entry("sentToSign", VaadinIcon.PAPERPLANE),
            Map.entry("completedBySigning", VaadinIcon.CHECK_CIRCLE),
            Map.entry("completionFailed", VaadinIcon.WARNING),
            Map.entry("signedWithout", VaadinIcon.WARNING),
            Map.entry("signerRemoved", VaadinIcon.MINUS_CIRCLE),
            Map.entry("copied", VaadinIcon.COPY_O),
            Map.entry("urged", VaadinIcon.BELL),
            Map.entry("suspended", VaadinIcon.PAUSE),
            Map.entry("waitsOutside", VaadinIcon.PAUSE),
            Map.entry("resumed", VaadinIcon.PLAY),
            Map.entry("extensionAsked", VaadinIcon.QUESTION_CIRCLE),
            Map.entry("extensionGranted", VaadinIcon.CALENDAR_CLOCK),
            Map.entry("extensionRefused", VaadinIcon.CLOSE_CIRCLE),
            Map.entry("escalated", VaadinIcon.WARNING),
            Map.entry("escalationNoted", VaadinIcon.CHECK_CIRCLE),
            Map.entry("commented", VaadinIcon.COMMENT),
            Map.entry("printed", VaadinIcon.PRINT),
            Map.entry("handedOver", VaadinIcon.USERS));

    /** Operations on tasks that the family of the case follows with an entry of its own. */
    private static final Set<String> FOLLOWED = Set.of(
            "task.returned",
            "task.takenBack",
            "task.revoked",
            "task.transferred",
            "task.delegated",
            "task.handedBack",
            "task.recalled",
            "task.handedOver",
            "task.reassigned",
            "task.holderGone",
            "task.completedInBulk",
            "task.completedBySigning");

    private final Audience audience;
    private final Instant now;

    /**
     * The timeline of these entries.
     *
     * @param entries first things first, as the audit gives them
     * @param now the moment from which "2 hours ago" is reckoned
     */
    public Timeline(List<AuditEntry> entries, Audience audience, Instant now) {
        this.audience = audience;
        this.now = now;
        getContent().addClassName("trace-timeline");
        getContent().add(entries.isEmpty() ? nothing() : list(entries));
    }

    private Component nothing() {
        var words = new Paragraph(getTranslation("trace.timeline.empty"));
        words.addClassName("trace-timeline-empty");
        return words;
    }

    private Component list(List<AuditEntry> entries) {
        var list = new OrderedList();
        list.getElement().setAttribute("aria-label", getTranslation("trace.timeline.label"));
        deeds(entries).reversed().stream().map(this::item).forEach(list::add);
        return list;
    }

    /** Entries that tell of one deed together, the operation on the task before what became of the case. */
    private static List<List<AuditEntry>> deeds(List<AuditEntry> entries) {
        List<List<AuditEntry>> deeds = new ArrayList<>();
        for (AuditEntry entry : entries) {
            AuditEntry before = deeds.isEmpty() ? null : deeds.getLast().getFirst();
            if (before == null || deeds.getLast().size() > 1) {
                deeds.add(List.of(entry));
            } else if (belong(before, entry)) {
                deeds.set(deeds.size() - 1, List.of(before, entry));
            } else if (belong(entry, before)) {
                deeds.set(deeds.size() - 1, List.of(entry, before));
            } else {
                deeds.add(List.of(entry));
            }
        }
        return deeds;
    }

    private static boolean belong(AuditEntry operation, AuditEntry result) {
        return FOLLOWED.contains(operation.eventType())
                && !result.eventType().startsWith("task.")
                && operation.actor().equals(result.actor())
                && operation.at().getEpochSecond() == result.at().getEpochSecond();
    }

    private ListItem item(List<AuditEntry> deed) {
        AuditEntry entry = deed.getFirst();
        String kind = entry.eventType().substring(entry.eventType().indexOf('.') + 1);
        Icon icon = ICONS.getOrDefault(kind, VaadinIcon.CIRCLE).create();
        icon.getElement().setAttribute("aria-hidden", "true");
        var words = new Span(
                deed.size() == 1
                        ? words(entry)
                        : getTranslation("trace.timeline.both", words(entry), withoutName(deed.getLast())));
        words.addClassName("trace-timeline-words");
        var body = new Div(words, when(entry.at()));
        body.addClassName("trace-timeline-body");
        String note = deed.stream()
                .map(AuditEntry::note)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        if (!note.isEmpty()) {
            body.add(new FoldedNote(note));
        }
        var item = new ListItem(icon, body);
        item.addClassNames("trace-timeline-item", "trace-timeline-" + kind);
        return item;
    }

    private String words(AuditEntry entry) {
        String key = "event." + entry.eventType();
        return audience == Audience.REPORTER
                ? getTranslation(key + ".public")
                : getTranslation(key, name(entry.actor()));
    }

    /** What was done besides, by whom stands before it. */
    private String withoutName(AuditEntry entry) {
        return getTranslation("event." + entry.eventType(), "").strip();
    }

    private String name(Actor actor) {
        return switch (actor.kind()) {
            case STAFF ->
                actor.forName() == null
                        ? actor.name()
                        : getTranslation("trace.actor.for", actor.name(), actor.forName());
            case RESIDENT -> getTranslation("trace.actor.resident");
            case SYSTEM -> getTranslation("trace.actor.system");
        };
    }

    private Component when(Instant at) {
        var time = new Time();
        time.getElement().setAttribute("datetime", at.toString());
        time.setText(
                DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", getLocale()).format(at.atZone(ZONE)));
        var when = new Div(time, new Span(ago(at)));
        when.addClassName("trace-timeline-when");
        return when;
    }

    private String ago(Instant at) {
        Duration passed = Duration.between(at, now);
        if (passed.toMinutes() < 1) {
            return getTranslation("trace.ago.now");
        }
        if (passed.toHours() < 1) {
            return getTranslation("trace.ago.minutes", passed.toMinutes());
        }
        return passed.toDays() < 1
                ? getTranslation("trace.ago.hours", passed.toHours())
                : getTranslation("trace.ago.days", passed.toDays());
    }

    /** A moment that machines can read as well. */
    @Tag("time")
    private static final class Time extends HtmlContainer {}
}
