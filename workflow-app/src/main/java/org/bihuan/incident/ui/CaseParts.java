package org.bihuan.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.DeadlineBadge;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.calendar.DueWords;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.form.SchemaForm;
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
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.task.Drafts;
import org.bihuan.task.ui.DraftKeeper;
import org.bihuan.task.ui.TaskAction.Subject;
import org.bihuan.task.ui.TaskActions;
import org.bihuan.trace.CaseHead;
import org.jspecify.annotations.Nullable;

/** What every page of an incident has in the same place: the head, the open task, and what can be done. */
@org.springframework.stereotype.Component
class CaseParts {

    private final IncidentLookup lookup;
    private final InboxService inbox;
    private final DueWords dueWords;
    private final DeadlineReckoning deadlines;
    private final OrgService units;
    private final StaffService staff;
    private final CurrentUser currentUser;
    private final FirstComer first;
    private final I18NProvider words;
    private final Idempotency idempotency;
    private final Drafts drafts;
    private final TaskActions actions;
    private final CaseFacts facts;
    private final Clock clock;

    CaseParts(
            IncidentLookup lookup,
            InboxService inbox,
            DueWords dueWords,
            DeadlineReckoning deadlines,
            OrgService units,
            StaffService staff,
            CurrentUser currentUser,
            FirstComer first,
            I18NProvider words,
            Idempotency idempotency,
            Drafts drafts,
            TaskActions actions,
            CaseFacts facts,
            Clock clock) {
        this.lookup = lookup;
        this.inbox = inbox;
        this.dueWords = dueWords;
        this.deadlines = deadlines;
        this.units = units;
        this.staff = staff;
        this.currentUser = currentUser;
        this.first = first;
        this.words = words;
        this.idempotency = idempotency;
        this.drafts = drafts;
        this.actions = actions;
        this.facts = facts;
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

    /** What was reported, and the way so far. */
    CaseFacts facts() {
        return facts;
    }

    Optional<InboxTask> task(Details details, String taskKey) {
        return inbox.task(details.incident().caseNumber(), taskKey);
    }

    /** The hidden key of a form about this incident; the browser keeps it under the form's name. */
    SendKeyField sendKey(Details details, String form) {
        return new SendKeyField(idempotency, form + "." + details.incident().caseNumber());
    }

    /** Number, title, status, clock, and who holds it. */
    CaseHead head(Details details) {
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
        var badge = new DeadlineBadge(
                DeadlineState.of(now, task.warnAt(), task.dueAt()), dueWords.words(task.dueAt(), now, chain, locale()));
        if (task.suspendedAt() != null) {
            badge.rest(words.getTranslation(
                    "inbox.resting", locale(), DateFormats.dateTime(task.suspendedAt(), locale())));
        }
        badge.explain(() -> deadlines.lines(task, locale()));
        return badge;
    }

    /** Whether the current user has the task. */
    boolean mine(InboxTask task) {
        return task.assigneeId() != null
                && currentUser.staffId().filter(task.assigneeId()::equals).isPresent();
    }

    /** Whether the task is in the hands of somebody absent, in whose place the current user may go on with it. */
    boolean mayTakeOver(InboxTask task) {
        return inbox.mayTakeOver(task);
    }

    /** Whether the current user may take the task, or has it. */
    boolean forMe(InboxTask task) {
        return task.assigneeId() == null
                ? currentUser.posts().stream().map(Post::id).anyMatch(task.posts()::contains)
                        || currentUser.standIns().stream()
                                .anyMatch(absent -> absent.covers(Incident.FAMILY) && absent.holdsOneOf(task.posts()))
                : mine(task) || mayTakeOver(task);
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

    /** What is kept of the form while its holder writes. */
    DraftKeeper keeper(InboxTask task, SchemaForm form) {
        return new DraftKeeper(drafts, task, form);
    }

    /**
     * What can be done besides the next step.
     *
     * @param task empty on the page of the whole case
     * @param done called when something was done
     */
    Component actions(Details details, @Nullable InboxTask task, Runnable done) {
        Incident incident = details.incident();
        return actions.bar(
                new Subject(
                        Incident.FAMILY, incident.caseNumber(), task, task != null && mine(task), incident.version()),
                done);
    }

    /** Shows the page anew after something was done; leaves it when the case is not for the reader any more. */
    void again(Details shown, Consumer<Details> show) {
        try {
            show.accept(details(Optional.of(shown.incident().caseNumber().value())));
        } catch (CaseNotFoundException e) {
            UI.getCurrent().navigate("");
        }
    }

    private String word(String key) {
        return words.getTranslation(key, locale());
    }

    private static Locale locale() {
        return Objects.requireNonNullElse(UI.getCurrent(), new UI()).getLocale();
    }
}
