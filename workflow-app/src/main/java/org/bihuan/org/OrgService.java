package org.bihuan.org;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree of units. Lists to choose from hold the units that exist today; what is found by id, code or path is found
 * whether it still exists or not, because old cases lie there.
 */
@Service
@Transactional(readOnly = true)
public class OrgService {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final OrgMapper mapper;
    private final Clock clock;

    OrgService(OrgMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    @PreAuthorize("@rights.may('unit.look')")
    public Optional<OrgUnit> find(long unitId) {
        return Optional.ofNullable(mapper.find(unitId));
    }

    /** The units with these ids, in the order of their codes; ids without a unit are left out. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> findAll(Collection<Long> unitIds) {
        return unitIds.isEmpty() ? List.of() : mapper.findAll(unitIds);
    }

    @PreAuthorize("@rights.may('unit.look')")
    public Optional<OrgUnit> findByCode(String code) {
        return Optional.ofNullable(mapper.findByCode(code));
    }

    /** The unit itself and all above it, nearest first. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> upwards(OrgUnit unit) {
        return mapper.upwards(unit.path());
    }

    /** The nearest unit of this kind: the unit itself or one above it. */
    @PreAuthorize("@rights.may('unit.look')")
    public Optional<OrgUnit> nearest(OrgUnit unit, UnitKind kind) {
        return upwards(unit).stream().filter(u -> u.kind() == kind).findFirst();
    }

    /** Units that exist today and have no parent, in the order of their codes. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> roots() {
        return mapper.roots(today());
    }

    /** Units directly below that exist today, in the order of their codes. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> children(long unitId) {
        return mapper.children(unitId, today());
    }

    /** All units of this kind at or below the unit that exist today, in the order of their codes. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> below(OrgUnit unit, UnitKind kind) {
        return mapper.below(unit.path(), kind, today());
    }

    /** As {@link #below}, with those that are closed or still to come. */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> everBelow(OrgUnit unit, UnitKind kind) {
        return mapper.below(unit.path(), kind, null);
    }

    /**
     * Units that exist today and whose name or code holds the text, in the order of their codes.
     *
     * @param within only this unit and those below it; null for all
     * @param kinds only these kinds; empty for all
     * @param text may be empty
     */
    @PreAuthorize("@rights.may('unit.look')")
    public List<OrgUnit> search(@Nullable OrgUnit within, Set<UnitKind> kinds, String text, int offset, int limit) {
        return mapper.search(within == null ? "/" : within.path(), kinds, Like.holds(text), today(), offset, limit);
    }

    /** The grid of today whose border holds the point (WGS84 degrees). */
    @PreAuthorize("@rights.may('unit.look')")
    public Optional<OrgUnit> locate(double longitude, double latitude) {
        return locate(longitude, latitude, UnitKind.GRID);
    }

    /** The unit of this kind and of today whose border holds the point (WGS84 degrees). */
    @PreAuthorize("@rights.may('unit.look')")
    public Optional<OrgUnit> locate(double longitude, double latitude, UnitKind kind) {
        return Optional.ofNullable(mapper.locate(longitude, latitude, kind, today()));
    }

    /** Whether the border of the unit is known. */
    @PreAuthorize("@rights.may('unit.look')")
    public boolean hasBorder(OrgUnit unit) {
        return mapper.hasBorder(unit.id());
    }

    /** The topmost unit that numbers its cases: the district that this installation serves. */
    @PreAuthorize("@rights.may('unit.look')")
    public OrgUnit home() {
        return Optional.ofNullable(mapper.home())
                .orElseThrow(() -> new IllegalStateException("No unit numbers its cases: give the district a prefix"));
    }

    /** Letters that begin the numbers of the unit's cases: its own, or those of the nearest unit above that has some. */
    @PreAuthorize("@rights.may('unit.look')")
    public String casePrefix(OrgUnit unit) {
        return upwards(unit).stream()
                .map(OrgUnit::casePrefix)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(home().casePrefix()));
    }

    /** Where the unit is, in words: street, community and grid as far down as it lies; other units by their name. */
    @PreAuthorize("@rights.may('unit.look')")
    public String placeName(long unitId) {
        OrgUnit unit = find(unitId).orElseThrow();
        var name = new StringBuilder(unit.name());
        for (OrgUnit upper : upwards(unit)) {
            boolean local = upper.kind() == UnitKind.STREET || upper.kind() == UnitKind.COMMUNITY;
            if (local && !name.toString().startsWith(upper.name())) {
                name.insert(0, upper.name());
            }
        }
        return name.toString();
    }

    private LocalDate today() {
        return today(clock);
    }
}
