package org.bihuan.incident;

import org.jspecify.annotations.Nullable;

/**
 * A class of incident of the catalogue.
 *
 * @param term time for handling in the grammar of {@link org.bihuan.calendar.Term}, for example {@code 4WH}
 * @param departmentId the responsible body as a unit, if it is one of ours
 */
public record IncidentCategory(
        long id,
        String code,
        String className,
        String name,
        String keywords,
        String term,
        String filingCondition,
        String closingCondition,
        String responsibleBody,
        @Nullable Long departmentId,
        String source,
        boolean active) {

    /** Both levels, as lists show them. */
    public String fullName() {
        return className + " · " + name;
    }
}
