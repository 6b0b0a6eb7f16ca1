package org.bihuan.incident;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of incidents is narrowed to.
 *
 * @param text part of number, category, description or place; empty for all
 * @param statuses empty for all
 * @param unitId only what lies at this unit or below it
 */
public record IncidentFilter(
        String text, Set<IncidentStatus> statuses, @Nullable Long unitId) {

    /** Everything the reader may see. */
    public static final IncidentFilter ALL = new IncidentFilter("", Set.of(), null);
}
