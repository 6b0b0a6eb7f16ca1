package org.bihuan.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.org.OrgService;
import org.bihuan.org.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Loads and saves incidents, keeps the register of cases in step and tells what happened. */
@Component
class Incidents {

    private final IncidentMapper mapper;
    private final IncidentCatalog catalog;
    private final OrgService units;
    private final CaseRegister register;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(
            IncidentMapper mapper,
            IncidentCatalog catalog,
            OrgService units,
            CaseRegister register,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.catalog = catalog;
        this.units = units;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Incident> findIfAny(CaseNumber number) {
        return Optional.ofNullable(mapper.find(number));
    }

    /**
     * @throws CaseNotFoundException when there is none with this number
     */
    Incident find(CaseNumber number) {
        return findIfAny(number).orElseThrow(() -> new CaseNotFoundException(number.value()));
    }

    /**
     * The incident, to be changed.
     *
     * @param shownVersion version that the caller's page showed
     * @throws StaleCaseException when it has changed since
     */
    Incident lock(CaseNumber number, int shownVersion) {
        Incident incident = lock(number);
        requireVersion(incident, shownVersion);
        return incident;
    }

    /**
     * @throws StaleCaseException when the incident has changed since this version was shown
     */
    void requireVersion(Incident incident, int shownVersion) {
        if (incident.version() != shownVersion) {
            throw new StaleCaseException(incident.caseNumber().value());
        }
    }

    /** The incident, to be changed; before any row of its tasks is touched, see {@code CaseType.lock}. */
    Incident lock(CaseNumber number) {
        Incident incident = mapper.lock(number);
        if (incident == null) {
            throw new CaseNotFoundException(number.value());
        }
        return incident;
    }

    /** Saves the new state and tells the register of cases. */
    Incident save(Incident before, UnaryOperator<Incident> verb) {
        Incident after = verb.apply(before);
        if (mapper.update(after) == 0) {
            throw new StaleCaseException(after.caseNumber().value());
        }
        register.update(
                after.caseNumber(),
                catalog.get(after.state().categoryId()).name(),
                place(after.state().unitId(), after.report().address()),
                after.state().unitId(),
                after.status().name());
        if (after.status().ended()) {
            register.close(after.caseNumber(), after.status().name());
        }
        return after;
    }

    /** Saves an incident that is worked on once more and notes the dispatch, unless it waits for the dispatcher. */
    void again(Incident before, @Nullable Post handling, UnaryOperator<Incident> verb) {
        Incident after = save(before, verb);
        if (handling != null) {
            dispatched(after, handling.id());
        }
    }

    void dispatched(Incident incident, long postId) {
        mapper.insertDispatch(incident.id(), incident.state().round(), postId, now());
    }

    /** The post that handles it, or handled it last; empty when it was never dispatched. */
    Optional<Long> lastPost(Incident incident) {
        return Optional.ofNullable(incident.state().handlingPostId())
                .or(() -> Optional.ofNullable(
                        mapper.dispatchedTo(incident.id(), incident.state().round())));
    }

    void tell(IncidentEvent event) {
        events.publishEvent(event);
    }

    /** Street, community or grid and the address, as lists show a place. */
    String place(long unitId, String address) {
        String unit = units.placeName(unitId);
        String place = address.isBlank() ? unit : unit + " · " + address;
        return place.codePointCount(0, place.length()) <= 200
                ? place
                : place.substring(0, place.offsetByCodePoints(0, 200));
    }
}
