package org.bihuan.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.attachment.PhotoKind;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.incident.process.IncidentProcess;
import org.bihuan.org.Post;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the reporter does with the private link: follow, add to, rate, have it taken up again. The token is the right. */
@Service
@Transactional
public class IncidentFollowUp {

    /** More is hardly meant to help, and each may carry nine photos. */
    public static final int SUPPLEMENTS_A_DAY = 10;

    private final IncidentMapper mapper;
    private final Incidents incidents;
    private final IncidentRouting routing;
    private final IncidentProcess process;
    private final IncidentForms forms;
    private final PhotoService photos;
    private final AuditLog audit;

    IncidentFollowUp(
            IncidentMapper mapper,
            Incidents incidents,
            IncidentRouting routing,
            IncidentProcess process,
            IncidentForms forms,
            PhotoService photos,
            AuditLog audit) {
        this.mapper = mapper;
        this.incidents = incidents;
        this.routing = routing;
        this.process = process;
        this.forms = forms;
        this.photos = photos;
        this.audit = audit;
    }

    /** The incident behind a private link, if the link is real. */
    @PreAuthorize("@rights.may('case.follow')")
    @Transactional(readOnly = true)
    public Optional<Incident> find(String token) {
        return Optional.ofNullable(mapper.findByToken(token));
    }

    /**
     * Adds words or photos while the incident is being worked on.
     *
     * @throws CaseNotFoundException when the link is not real
     * @throws StaleCaseException when the incident is no longer open
     * @throws TooManySupplementsException when it was added to {@link #SUPPLEMENTS_A_DAY} times in the last 24 hours
     */
    @PreAuthorize("@rights.may('incident.supplement')")
    public void supplement(String token, String words, List<PreparedPhoto> added) {
        String more = forms.text("supplement-incident", "words", Map.of("words", words));
        Incident incident = lock(token);
        incident.requireOpen();
        requireRoom(token);
        photos.attach(incident.caseNumber(), PhotoKind.SUPPLEMENT, Actor.RESIDENT, added);
        incidents.tell(new IncidentEvent.Supplemented(incident.ref(), Actor.RESIDENT, incidents.now(), more));
    }

    /**
     * Rates the outcome, which closes the case.
     *
     * @param stars 1 (bad) to 5 (good)
     * @throws CaseNotFoundException when the link is not real
     * @throws StaleCaseException when the incident changed since the page was opened or it is not time to rate
     */
    @PreAuthorize("@rights.may('incident.rate')")
    public void rate(String token, int shownVersion, int stars, String words) {
        String opinion = forms.text("rate-incident", "words", Map.of("stars", String.valueOf(stars), "words", words));
        Incident incident = lock(token);
        incidents.requireVersion(incident, shownVersion);
        incidents.save(incident, i -> i.rated(stars));
        String note = "★".repeat(stars) + "☆".repeat(5 - stars) + (opinion.isEmpty() ? "" : " " + opinion);
        incidents.tell(new IncidentEvent.Rated(incident.ref(), Actor.RESIDENT, incidents.now(), note));
        process.rated(incident.caseNumber());
    }

    /**
     * Has the case taken up again, once, instead of rating it.
     *
     * @throws CaseNotFoundException when the link is not real
     * @throws StaleCaseException when the incident changed since the page was opened, was taken up again before, or it is
     *     not the time for it
     */
    @PreAuthorize("@rights.may('incident.reopen')")
    public void reopen(String token, int shownVersion, String reason) {
        String accepted = forms.text("reopen-incident", "reason", Map.of("reason", reason));
        Incident incident = lock(token);
        incidents.requireVersion(incident, shownVersion);
        Post handling = routing.stillHeld(incident).orElse(null);
        incidents.again(incident, handling, i -> i.reopened(handling == null ? null : handling.id()));
        incidents.tell(new IncidentEvent.Reopened(incident.ref(), Actor.RESIDENT, incidents.now(), accepted));
        process.reopened(incident.caseNumber(), handling, routing.dispatchingPost(incident));
    }

    /** Counted while the case is locked, so that two sent at once do not both count as the last. */
    private void requireRoom(String token) {
        Instant dayAgo = incidents.now().minus(Duration.ofDays(1));
        long added = audit.entriesForReporter(token).stream()
                .filter(entry -> entry.eventType().equals("incident.supplemented")
                        && entry.at().isAfter(dayAgo))
                .count();
        if (added >= SUPPLEMENTS_A_DAY) {
            throw new TooManySupplementsException();
        }
    }

    private Incident lock(String token) {
        Incident incident = find(token).orElseThrow(() -> new CaseNotFoundException("link"));
        return incidents.lock(incident.caseNumber());
    }
}
