package org.bihuan.incident;

import java.util.List;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff may read of incidents. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class IncidentLookup {

    private final IncidentQueries queries;
    private final Incidents incidents;
    private final IncidentAccess access;
    private final IncidentCatalog catalog;
    private final OrgService units;
    private final CurrentUser currentUser;

    IncidentLookup(
            IncidentQueries queries,
            Incidents incidents,
            IncidentAccess access,
            IncidentCatalog catalog,
            OrgService units,
            CurrentUser currentUser) {
        this.queries = queries;
        this.incidents = incidents;
        this.access = access;
        this.catalog = catalog;
        this.units = units;
        this.currentUser = currentUser;
    }

    /**
     * An incident with the names that a page shows.
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
        access.requireRead(incident);
        var state = incident.state();
        return new Details(
                incident,
                catalog.get(state.categoryId()),
                incidents.place(state.unitId(), incident.report().address()),
                incident.status().open() && access.mayDispatch(incident));
    }

    /** Incidents that the current user may see, latest first, at most {@code limit}, older than {@code before}. */
    public List<IncidentRow> list(IncidentFilter filter, @Nullable IncidentRow before, int limit) {
        List<Post> posts = currentUser.posts();
        List<String> paths = posts.stream()
                .filter(post -> IncidentAccess.READERS.contains(post.role()))
                .map(Post::unitPath)
                .toList();
        if (posts.isEmpty()) {
            return List.of();
        }
        return queries.list(
                paths,
                posts.stream().map(Post::id).toList(),
                filter.text().isBlank() ? null : "%" + escaped(filter.text().strip()) + "%",
                filter.statuses(),
                filter.unitId() == null
                        ? null
                        : units.find(filter.unitId()).map(OrgUnit::path).orElse(null),
                before == null ? null : before.reportedAt(),
                before == null ? null : before.id(),
                limit);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
