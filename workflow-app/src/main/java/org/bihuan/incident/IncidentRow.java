package org.bihuan.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the list of incidents. */
public record IncidentRow(
        long id,
        String caseNumber,
        String category,
        String place,
        IncidentStatus status,
        @Nullable String handler,
        @Nullable Integer stars,
        Instant reportedAt,
        @Nullable Instant closedAt) {}
