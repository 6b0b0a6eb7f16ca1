package org.bihuan.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.attachment.Photo;
import org.bihuan.attachment.PhotoGallery;
import org.bihuan.attachment.PhotoKind;
import org.bihuan.attachment.PhotoService;
import org.bihuan.audit.AuditLog;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.DeadlineBadge;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.calendar.DueWords;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.DeadlineReckoning;
import org.bihuan.inbox.FirstComer;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.incident.Incident;
import org.bihuan.incident.IncidentLookup;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.incident.IncidentStatus;
import org.bihuan.map.Maps;
import org.bihuan.map.Point;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.trace.Audience;
import org.bihuan.trace.CaseHead;
import org.bihuan.trace.DiagramService;
import org.bihuan.trace.ProcessDiagram;
import org.bihuan.trace.Timeline;
import org.jspecify.annotations.Nullable;

/** What every page of an incident shows in the same place: the head, what was reported, and the way so far. */
@org.springframework.stereotype.Component
class CaseParts {

    private final IncidentLookup lookup;
    private final InboxService inbox;
    private final AuditLog audit;
    private final DiagramService diagrams;
    private final PhotoService photos;
    private final DueWords dueWords;
    private final DeadlineReckoning deadlines;
    private final Maps maps;
    private final OrgService units;
    private final StaffService staff;
    private final CurrentUser currentUser;
    private final FirstComer first;
    private final I18NProvider words;
    private final Idempotency idempotency;
    private final Clock clock;

    CaseParts(
            IncidentLookup lookup,
            InboxService inbox,
            AuditLog audit,
            DiagramService diagrams,
            PhotoService photos,
            DueWords dueWords,
            DeadlineReckoning deadlines,
            Maps maps,
            OrgService units,
            StaffService staff,
            CurrentUser currentUser,
            FirstComer first,
            I18NProvider words,
            Idempotency idempotency,
            Clock clock) {
        this.lookup = lookup;
        this.inbox = inbox;
        this.audit = audit;
        this.diagrams = diagrams;
        this.photos = photos;
        this.dueWords = dueWords;
        this.deadlines = deadlines;
        this.maps = maps;
        this.units = units;
        this.staff = staff;
        this.currentUser = currentUser;
        this.first = first;
        this.words = words;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * The incident that a route names.
     *
     * @throws CaseNotFoundException when there is none, or none for the current user
     */
    Details details(Optional<String> caseNumber) {
        try {
            return lookup.details(new CaseNumber(caseNumber.orElse("")));
        } catch (IllegalArgumentException e) {
            throw new CaseNotFoundException(caseNumber.orElse(""));
        }
    }

    Optional<InboxTask> task(Details details, String taskKey) {
        return inbox.task(details.incident().caseNumber(), taskKey);
    }

    /** The hidden key of a form about this incident; the browser keeps it under the form's name. */
    SendKeyField sendKey(Details details, String form) {
        return new SendKeyField(idempotency, form + "." + details.incident().caseNumber());
    }

    /** Number, title, status, clock, and who holds it. */
    Component head(Details details) {
        Incident incident = details.incident();
        var head = new CaseHead(incident.caseNumber(), details.category().name() + " · " + details.place());
        head.setStatus(word("status.incident." + incident.status()), tone(incident.status()));
        inbox.tasks(incident.caseNumber()).stream().findFirst().ifPresent(task -> {
            head.setDeadline(badge(task, incident.state().unitId()));
            head.setHolder(task.assigneeId() == null ? waitingFor(task) : holder(task));
        });
        return head;
    }

    private static CaseHead.Tone tone(IncidentStatus status) {
        return switch (status) {
            case DISPATCHING, ASSIGNED, IN_PROGRESS, VERIFYING -> CaseHead.Tone.OPEN;
            case RATING -> CaseHead.Tone.WAITING;
            case CLOSED -> CaseHead.Tone.DONE;
            case INVALID, MERGED -> CaseHead.Tone.DROPPED;
        };
    }

    private DeadlineBadge badge(InboxTask task, long unitId) {
        Instant now = clock.instant();
        List<Long> chain = units.find(unitId).map(units::upwards).orElse(List.of()).stream()
                .map(OrgUnit::id)
                .toList();
        String text = task.suspendedAt() == null
                ? dueWords.words(task.dueAt(), now, chain, locale())
                : words.getTranslation("inbox.resting", locale(), DateFormats.dateTime(task.suspendedAt(), locale()));
        var badge = new DeadlineBadge(DeadlineState.of(now, task.warnAt(), task.dueAt()), text);
        badge.explain(() -> deadlines.lines(task, locale()));
        return badge;
    }

    /** Whether the current user has the task. */
    boolean mine(InboxTask task) {
        return task.assigneeId() != null
                && currentUser.staffId().filter(task.assigneeId()::equals).isPresent();
    }

    /** Whether the current user may take the task, or has it. */
    boolean forMe(InboxTask task) {
        return task.assigneeId() == null
                ? currentUser.posts().stream().map(Post::id).anyMatch(task.posts()::contains)
                : mine(task);
    }

    private String waitingFor(InboxTask task) {
        return task.posts().stream()
                .findFirst()
                .flatMap(staff::post)
                .map(post -> word("org.role." + post.role()) + " · " + post.unitName())
                .orElse("");
    }

    /** Gives the task back to the colleagues of its posts. */
    void release(Details details, String taskKey) {
        task(details, taskKey).ifPresent(task -> inbox.release(task.taskId()));
    }

    /** Name of the colleague who has the task. */
    String holder(InboxTask task) {
        return task.assigneeId() == null
                ? ""
                : staff.find(task.assigneeId()).map(Staff::name).orElse("");
    }

    /** Who of the staff did what was done last, as one sentence. */
    Optional<String> lastDeed(Details details) {
        return first.lastDeed(details.incident().caseNumber(), locale());
    }

    /** What was reported: description, place, photos, the catalogue's conditions. */
    Component facts(Details details) {
        Incident incident = details.incident();
        var description = new Paragraph(incident.report().description());
        description.addClassName("incident-description");
        var facts = new DescriptionList();
        facts.addClassName("incident-facts");
        fact(facts, "incident.fact.category", details.category().fullName());
        fact(facts, "incident.fact.place", details.place());
        fact(
                facts,
                "incident.fact.reported",
                DateFormats.dateTime(incident.report().reportedAt(), locale()));
        fact(facts, "incident.fact.phone", incident.report().phone());
        fact(facts, "incident.fact.body", details.category().responsibleBody());
        fact(facts, "incident.fact.filing", details.category().filingCondition());
        fact(facts, "incident.fact.closing", details.category().closingCondition());
        if (incident.state().stars() != null) {
            fact(facts, "incident.fact.stars", "★".repeat(incident.state().stars()));
        }
        if (incident.state().mergedInto() != null) {
            fact(facts, "incident.fact.merged", incident.state().mergedInto().value());
        }
        var section = new Section(new H2(word("incident.facts")), description, facts);
        section.addClassName("bihuan-card");
        List<Photo> all = photos(details);
        for (PhotoKind kind : PhotoKind.values()) {
            List<Photo> some =
                    all.stream().filter(photo -> photo.kind() == kind).toList();
            if (!some.isEmpty()) {
                var title = new Span(word("incident.photos." + kind));
                title.addClassName("incident-photos-title");
                section.add(title, new PhotoGallery(some, PhotoGallery.staffUrl()));
            }
        }
        return section;
    }

    List<Photo> photos(Details details) {
        return photos.photos(details.incident().caseNumber());
    }

    /** Map, timeline and diagram. */
    Component context(Details details) {
        Incident incident = details.incident();
        var context = new Div();
        context.addClassName("incident-context");
        if (incident.report().longitude() != null && incident.report().latitude() != null) {
            var map = new Section(
                    new H2(word("incident.map")),
                    maps.view(
                            new Point(
                                    incident.report().longitude(),
                                    incident.report().latitude()),
                            details.place()));
            map.addClassName("bihuan-card");
            context.add(map);
        }
        var timeline = new Section(
                new H2(word("incident.way")),
                new Timeline(audit.entries(incident.caseNumber()), Audience.STAFF, clock.instant()));
        timeline.addClassName("bihuan-card");
        context.add(timeline);
        diagrams.of(incident.caseNumber()).ifPresent(way -> {
            var diagram = new Section(new H2(word("incident.diagram")), new ProcessDiagram(way));
            diagram.addClassName("bihuan-card");
            context.add(diagram);
        });
        return context;
    }

    private void fact(DescriptionList facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new DescriptionList.Term(word(key)), new DescriptionList.Description(value));
        }
    }

    private String word(String key) {
        return words.getTranslation(key, locale());
    }

    private static Locale locale() {
        return Objects.requireNonNullElse(UI.getCurrent(), new UI()).getLocale();
    }
}
