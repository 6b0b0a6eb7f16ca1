package org.bihuan.incident.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.attachment.PhotoGallery;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PhotoUpload;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.attachment.RejectedPhotoException;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.OtherContentException;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.incident.Incident;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.incident.IncidentFollowUp;
import org.bihuan.incident.IncidentStatus;
import org.bihuan.incident.TooManySupplementsException;
import org.bihuan.trace.Audience;
import org.bihuan.trace.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The reporter's private page: where the case stands, what became of it, and the reporter's answer. */
@Route(value = "t/:token", autoLayout = false)
@AnonymousAllowed
class TrackingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IncidentFollowUp followUp;
    private final transient IncidentCatalog catalog;
    private final transient AuditLog audit;
    private final transient PhotoService photoService;
    private final transient FormSchemas schemas;
    private final transient Idempotency idempotency;
    private final transient Clock clock;

    private String token = "";
    private SendKeyField key;

    TrackingView(
            IncidentFollowUp followUp,
            IncidentCatalog catalog,
            AuditLog audit,
            PhotoService photoService,
            FormSchemas schemas,
            Idempotency idempotency,
            Clock clock) {
        this.followUp = followUp;
        this.catalog = catalog;
        this.audit = audit;
        this.photoService = photoService;
        this.schemas = schemas;
        this.idempotency = idempotency;
        this.clock = clock;
        this.key = new SendKeyField(idempotency, "track");
        addClassName("bihuan-public");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("incident.track.title");
    }

    private void show() {
        Incident incident = followUp.find(token).orElseThrow(NotFoundException::new);
        List<AuditEntry> entries = audit.entriesForReporter(token);
        removeAll();
        key = new SendKeyField(idempotency, "track." + incident.caseNumber());
        var main = new Main(key, head(incident, entries));
        outcome(incident, entries).ifPresent(main::add);
        if (incident.status() == IncidentStatus.RATING) {
            main.add(new RatePanel(
                    schemas,
                    incident.mayBeReopened(),
                    (stars, words) -> act(
                            List.of("rate", token, stars, words),
                            "incident.rate.thanks",
                            () -> followUp.rate(token, incident.version(), stars, words)),
                    reason -> act(
                            List.of("reopen", token, reason),
                            "incident.reopen.done",
                            () -> followUp.reopen(token, incident.version(), reason))));
        }
        main.add(what(incident), way(entries));
        if (incident.status().open()) {
            main.add(supplement());
        }
        main.add(link(incident));
        add(new PublicHeader(), main);
    }

    private Section head(Incident incident, List<AuditEntry> entries) {
        var number = new Span(incident.caseNumber().value());
        number.addClassName("incident-number");
        var status = new Span(getTranslation("incident.public.status." + incident.status()));
        status.addClassNames("incident-public-status", "incident-status-" + incident.status());
        var section = new Section(
                new H1(catalog.get(incident.state().categoryId()).name()),
                number,
                status,
                new Paragraph(getTranslation("incident.public.next." + incident.status())));
        if (!dismissed(incident)) {
            section.add(new ProgressDots(incident.status(), step -> reached(step, incident, entries), getLocale()));
        }
        section.addClassName("incident-track-head");
        return section;
    }

    private static @Nullable Instant reached(ProgressDots.Step step, Incident incident, List<AuditEntry> entries) {
        return switch (step) {
            case REPORTED -> incident.report().reportedAt();
            case HANDLING -> last(entries, "incident.accepted");
            case CHECKING -> last(entries, "incident.handled");
            case DONE ->
                incident.state().closedAt() != null ? incident.state().closedAt() : last(entries, "incident.verified");
        };
    }

    private static @Nullable Instant last(List<AuditEntry> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.eventType().equals(type))
                .map(AuditEntry::at)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static boolean dismissed(Incident incident) {
        return incident.status() == IncidentStatus.INVALID || incident.status() == IncidentStatus.MERGED;
    }

    private Optional<Section> outcome(Incident incident, List<AuditEntry> entries) {
        if (!dismissed(incident)) {
            return Optional.empty();
        }
        var section = new Section(new H2(getTranslation("incident.track.reason")));
        section.addClassName("bihuan-card");
        entries.stream()
                .filter(entry -> entry.eventType().equals("incident.dismissed")
                        || entry.eventType().equals("incident.merged"))
                .forEach(entry -> section.add(new Paragraph(entry.note())));
        section.add(new Anchor("report", getTranslation("incident.track.again")));
        return Optional.of(section);
    }

    private Section what(Incident incident) {
        var description = new Paragraph(incident.report().description());
        description.addClassName("incident-description");
        var section = new Section(new H2(getTranslation("incident.track.what")), description);
        if (!incident.report().address().isBlank()) {
            section.add(new Paragraph(
                    getTranslation("incident.track.where", incident.report().address())));
        }
        section.add(new PhotoGallery(photoService.photosForReporter(token), PhotoGallery.reporterUrl(token)));
        return section;
    }

    private Section way(List<AuditEntry> entries) {
        return new Section(
                new H2(getTranslation("incident.track.way")),
                new Timeline(entries, Audience.REPORTER, clock.instant()));
    }

    private Details supplement() {
        var words = new SchemaForm(schemas.schema("incident/supplement-incident"));
        var nothing = new Span(getTranslation("incident.supplement.error"));
        nothing.addClassName("incident-error");
        nothing.getElement().setAttribute("role", "alert");
        nothing.setVisible(false);
        var photos = new PhotoUpload(photoService);
        photos.setLabel(getTranslation("incident.report.photos"));
        var send = new Button(getTranslation("incident.supplement.send"), click -> {
            var more = photos.getValue() == null ? List.<PreparedPhoto>of() : photos.getValue();
            String written = (String) words.values().getOrDefault("words", "");
            boolean something = !written.isEmpty() || !more.isEmpty();
            nothing.setVisible(!something);
            if (something && words.validate() & photos.validate()) {
                act(
                        List.of("supplement", token, written, more),
                        "incident.supplement.done",
                        () -> followUp.supplement(token, written, more));
            }
        });
        var details = new Details(getTranslation("incident.supplement.title"), words, photos, nothing, send);
        details.addClassName("bihuan-card");
        return details;
    }

    private Section link(Incident incident) {
        var request = VaadinServletRequest.getCurrent();
        String url = ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                .path("/t/" + token)
                .toUriString();
        var address = new Span(url);
        address.addClassName("incident-link");
        var copy = new Button(getTranslation("incident.track.copy"));
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", url);
            Notification.show(getTranslation("incident.track.copied"));
        });
        var section = new Section(
                new H2(getTranslation("incident.track.keep")),
                new Paragraph(getTranslation("incident.track.keep.text", incident.caseNumber())),
                QrCode.of(url, getTranslation("incident.track.qr")),
                address,
                copy);
        section.addClassNames("bihuan-card", "incident-keep");
        return section;
    }

    private void act(List<?> content, String thanks, Runnable verb) {
        try {
            key.send(content, thanks, verb);
            Notification.show(getTranslation(thanks));
        } catch (RejectedPhotoException e) {
            Notification.show(getTranslation(e.translationKey()));
        } catch (TooManySupplementsException e) {
            Notification.show(getTranslation("incident.supplement.tooMany", IncidentFollowUp.SUPPLEMENTS_A_DAY));
            return;
        } catch (OtherContentException e) {
            Notification.show(getTranslation("idempotency.otherContent"));
        } catch (StaleCaseException e) {
            Notification.show(getTranslation("incident.stale"));
        }
        show();
    }
}
