package org.bihuan.org;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the territory or a department.
 *
 * @param code 12 or 15 digits of the statistics bureau, or a code of the district's own
 * @param path ids from the root to this unit, {@code /1/5/23/}
 * @param casePrefix letters that begin the numbers of its cases; empty when an upper unit numbers them
 * @param validTo first day on which the unit no longer exists; empty while it does
 */
public record OrgUnit(
        long id,
        String code,
        String name,
        UnitKind kind,
        @Nullable Long parentId,
        String path,
        @Nullable String casePrefix,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether the other unit is this one or lies below it. */
    public boolean contains(OrgUnit other) {
        return other.path.startsWith(path);
    }

    /** Whether the unit exists on that day. */
    public boolean existsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    /** Ids from the root to this unit. */
    public List<Long> pathIds() {
        return Arrays.stream(path.split("/"))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
