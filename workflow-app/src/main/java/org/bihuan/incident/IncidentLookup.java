package org.bihuan.incident;

import java.util.List;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Scope;
import org.bihuan.rights.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff may read of incidents. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("@rights.may('incident.read')")
public class IncidentLookup {

    /** Up to so many units are read as one range each; whoever sees more sees a large share of all incidents. */
    private static final int FEW_UNITS = 64;

    private final IncidentQueries queries;
    private final Incidents incidents;
    private final IncidentAccess access;
    private final IncidentCatalog catalog;
    private final OrgService units;
    private final Rights rights;

    IncidentLookup(
            IncidentQueries queries,
            Incidents incidents,
            IncidentAccess access,
            IncidentCatalog catalog,
            OrgService units,
            Rights rights) {
        this.queries = queries;
        this.incidents = incidents;
        this.access = access;
        this.catalog = catalog;
        this.units = units;
        this.rights = rights;
    }

    /**
     * An incident with the names that a page shows, and of the phone number what the current user may see.
     *
     * @param mayDismiss whether the current user may end it as invalid or merged
     */
    public record Details(Incident incident, IncidentCategory category, String place, boolean mayDismiss) {}

    /**
     * The incident, for somebody who may see it.
     *
     * @throws CaseNotFoundException when there is none with this number, or none for the current user
     */
    public Details details(CaseNumber number) {
        Incident incident = incidents.find(number);
        access.require(Verb.INCIDENT_READ, incident);
        var state = incident.state();
        return new Details(
                incident.withPhone(phone(incident)),
                catalog.get(state.categoryId()),
                incidents.place(state.unitId(), incident.report().address()),
                incident.status().open() && access.may(Verb.INCIDENT_DISMISS, incident));
    }

    private @Nullable String phone(Incident incident) {
        String phone = incident.report().phone();
        return phone == null
                ? null
                : switch (access.answer(Verb.INCIDENT_PHONE, incident)) {
                    case ALLOW -> phone;
                    case MASK ->
                        phone.length() < 8
                                ? "****"
                                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
                    case NOTHING -> null;
                };
    }

    /** Incidents that the current user may see, latest first, at most {@code limit}, older than {@code before}. */
    public List<IncidentRow> list(IncidentFilter filter, @Nullable IncidentRow before, int limit) {
        Scope scope = rights.scope(Verb.INCIDENT_READ);
        if (scope.isEmpty()) {
            return List.of();
        }
        List<Long> units =
                scope.pathPatterns().isEmpty() ? List.of() : queries.unitIds(scope.pathPatterns(), FEW_UNITS + 1);
        boolean wide = units.size() > FEW_UNITS;
        if (units.isEmpty() && scope.postIds().isEmpty()) {
            return List.of();
        }
        return queries.list(
                wide ? List.of() : units,
                wide ? scope.pathPatterns() : List.of(),
                scope.postIds(),
                filter.text().isBlank() ? null : "%" + escaped(filter.text().strip()) + "%",
                filter.statuses(),
                filter.unitId() == null
                        ? null
                        : this.units.find(filter.unitId()).map(OrgUnit::path).orElse(null),
                before == null ? null : before.reportedAt(),
                before == null ? null : before.id(),
                limit);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
