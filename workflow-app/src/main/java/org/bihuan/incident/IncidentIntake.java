package org.bihuan.incident;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bihuan.attachment.PhotoKind;
import org.bihuan.attachment.PhotoService;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.Sender;
import org.bihuan.incident.process.IncidentProcess;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes reports, from residents without an account and from staff, and sets them on their way. */
@Service
public class IncidentIntake {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IncidentMapper mapper;
    private final Incidents incidents;
    private final IncidentCatalog catalog;
    private final IncidentRouting routing;
    private final IncidentProcess process;
    private final IncidentForms forms;
    private final PhotoService photos;
    private final CaseRegister register;
    private final OrgService units;
    private final CurrentUser currentUser;
    private final Idempotency idempotency;

    IncidentIntake(
            IncidentMapper mapper,
            Incidents incidents,
            IncidentCatalog catalog,
            IncidentRouting routing,
            IncidentProcess process,
            IncidentForms forms,
            PhotoService photos,
            CaseRegister register,
            OrgService units,
            CurrentUser currentUser,
            Idempotency idempotency) {
        this.mapper = mapper;
        this.incidents = incidents;
        this.catalog = catalog;
        this.routing = routing;
        this.process = process;
        this.forms = forms;
        this.photos = photos;
        this.register = register;
        this.units = units;
        this.currentUser = currentUser;
        this.idempotency = idempotency;
    }

    /**
     * Registers a report, finds the grid and starts the process. The same submission sent again, even at the same
     * moment, gives the receipt of the first.
     *
     * @throws OutsideDistrictException when the point lies outside the territory
     * @throws org.bihuan.form.InvalidFormException when description, address or phone break a rule of their form
     * @throws org.bihuan.idempotency.OtherContentException when something else was reported under the same key
     */
    @PreAuthorize("@rights.may('incident.report')")
    public Receipt report(IncidentReport sent) {
        IncidentReport report = checked(sent);
        CaseNumber number = idempotency.once(
                report.submissionKey(), Sender.current(), report, CaseNumber.class, () -> register(report));
        return receipt(number);
    }

    /** The receipt of what the current sender reported under this key; empty when nothing was. */
    @PreAuthorize("@rights.may('incident.report')")
    public Optional<Receipt> earlier(String submissionKey) {
        return idempotency
                .answer(submissionKey, Sender.current(), CaseNumber.class)
                .map(this::receipt);
    }

    private Receipt receipt(CaseNumber number) {
        return new Receipt(number, incidents.find(number).trackingToken());
    }

    private IncidentReport checked(IncidentReport sent) {
        String phone = forms.text("report-contact", "phone", Map.of("phone", sent.phone() == null ? "" : sent.phone()));
        return new IncidentReport(
                sent.submissionKey(),
                sent.categoryId(),
                forms.text("report-incident", "description", Map.of("description", sent.description())),
                sent.longitude(),
                sent.latitude(),
                sent.communityId(),
                forms.text("report-place", "address", Map.of("address", sent.address())),
                phone.isEmpty() ? null : phone,
                sent.photos());
    }

    private CaseNumber register(IncidentReport report) {
        IncidentCategory category = report.categoryId() == null ? catalog.unknown() : catalog.get(report.categoryId());
        IncidentRouting.Route route = routing.route(report);
        Optional<Post> handling = category.equals(catalog.unknown()) ? Optional.empty() : route.handling();
        Actor actor = currentUser
                .staff()
                .map(person -> Actor.staff(person.id(), person.name()))
                .orElse(Actor.RESIDENT);
        OrgUnit unit = route.unit();
        IncidentStatus status = handling.isPresent() ? IncidentStatus.ASSIGNED : IncidentStatus.DISPATCHING;
        Long reportedBy = currentUser.staff().map(Staff::id).orElse(null);

        CaseNumber number = register.open(
                Incident.FAMILY,
                units.casePrefix(unit),
                category.name(),
                incidents.place(unit.id(), report.address()),
                unit.id(),
                status.name(),
                reportedBy);
        var incident = new Incident(
                0,
                0,
                number,
                token(),
                new Incident.Report(
                        report.description(),
                        report.longitude(),
                        report.latitude(),
                        route.grid() == null ? null : route.grid().id(),
                        report.address(),
                        report.phone(),
                        reportedBy,
                        incidents.now()),
                new Incident.State(
                        status,
                        category.id(),
                        unit.id(),
                        handling.isPresent() ? 1 : 0,
                        handling.map(Post::id).orElse(null),
                        null,
                        0,
                        null,
                        null,
                        null));
        mapper.insert(incident);
        photos.attach(number, PhotoKind.BEFORE, actor, report.photos());
        incidents.tell(new IncidentEvent.Reported(incident.ref(), actor, incidents.now()));
        handling.ifPresent(post -> {
            incidents.dispatched(incidents.find(number), post.id());
            incidents.tell(
                    new IncidentEvent.Dispatched(incident.ref(), Actor.SYSTEM, incidents.now(), post.unitName(), ""));
        });
        process.started(number, handling.orElse(null), routing.dispatchingPost(unit), category.term());
        return number;
    }

    private static String token() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
