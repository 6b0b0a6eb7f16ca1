package org.bihuan.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The units whose working hours count for a case. */
@Component
class CaseUnits {

    private final OrgService org;

    CaseUnits(OrgService org) {
        this.org = org;
    }

    /** Ids from the root to the unit, {@code /1/5/23/}; empty when the case lies nowhere yet. */
    @Nullable String path(@Nullable Long unitId) {
        return unitId == null ? null : org.find(unitId).map(OrgUnit::path).orElse(null);
    }

    /** Ids of the unit and all above it. */
    static List<Long> nearestFirst(@Nullable String path) {
        if (path == null) {
            return List.of();
        }
        List<Long> ids = Arrays.stream(path.split("/"))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
        return new ArrayList<>(ids).reversed();
    }
}
