package org.bihuan.org;

import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The borders of units: WGS84 degrees in SRID 0, x = longitude, y = latitude, so that MySQL and MariaDB agree on the
 * order. Borders are public: they hold no personal data.
 */
@Service
@Transactional(readOnly = true)
public class Borders {

    /** Rows of one statement: well below the largest packet that the database takes. */
    private static final int BATCH = 300;

    private final BordersMapper mapper;

    Borders(BordersMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Saves borders, or replaces those that the units had.
     *
     * @param borders polygons as well-known text by the id of their unit
     * @param generated whether they were drawn by the program instead of surveyed
     */
    @Transactional
    @PreAuthorize("@rights.may('unit.change')")
    public void save(Map<Long, String> borders, boolean generated) {
        List<Map.Entry<Long, String>> all = List.copyOf(borders.entrySet());
        for (int from = 0; from < all.size(); from += BATCH) {
            mapper.save(all.subList(from, Math.min(from + BATCH, all.size())), generated);
        }
    }

    /** Borders of all units of this kind at or below the unit, in the order of their codes. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<Border> under(OrgUnit unit, UnitKind kind) {
        return mapper.under(unit.path(), kind);
    }

    /** Units that have a border while the unit above has none: what a map of everything begins with. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> outermost() {
        return mapper.outermost();
    }

    /** Whether a border at or below the unit was drawn by the program instead of surveyed. */
    @PreAuthorize("@rights.may('unit.look')")
    public boolean generated(OrgUnit unit) {
        return mapper.anyGenerated(unit.path());
    }
}
