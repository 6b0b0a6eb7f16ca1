package org.bihuan.org;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of units. */
@Service
@Transactional(readOnly = true)
public class OrgService {

    private final OrgMapper mapper;

    OrgService(OrgMapper mapper) {
        this.mapper = mapper;
    }

    public Optional<OrgUnit> find(long unitId) {
        return Optional.ofNullable(mapper.find(unitId));
    }

    public Optional<OrgUnit> findByCode(String code) {
        return Optional.ofNullable(mapper.findByCode(code));
    }

    /** The unit itself and all above it, nearest first. */
    public List<OrgUnit> upwards(OrgUnit unit) {
        return mapper.upwards(unit.path());
    }

    /** The nearest unit of this kind: the unit itself or one above it. */
    public Optional<OrgUnit> nearest(OrgUnit unit, UnitKind kind) {
        return upwards(unit).stream().filter(u -> u.kind() == kind).findFirst();
    }

    /** Units directly below, in the order of their codes. */
    public List<OrgUnit> children(long unitId) {
        return mapper.children(unitId);
    }

    /** All units of this kind at or below the unit, in the order of their codes. */
    public List<OrgUnit> below(OrgUnit unit, UnitKind kind) {
        return mapper.below(unit.path(), kind);
    }

    /** The grid whose border holds the point (WGS84 degrees). */
    public Optional<OrgUnit> locate(double longitude, double latitude) {
        return Optional.ofNullable(mapper.locate(longitude, latitude));
    }

    /** The unit of this kind whose border holds the point (WGS84 degrees). */
    public Optional<OrgUnit> locate(double longitude, double latitude, UnitKind kind) {
        return Optional.ofNullable(mapper.locateKind(longitude, latitude, kind));
    }

    /** Whether the border of the unit is known. */
    public boolean hasBorder(OrgUnit unit) {
        return mapper.hasBorder(unit.id());
    }

    /** The topmost unit that numbers its cases: the district that this installation serves. */
    public OrgUnit home() {
        return Optional.ofNullable(mapper.home())
                .orElseThrow(() -> new IllegalStateException("No unit numbers its cases: give the district a prefix"));
    }

    /** Letters that begin the numbers of the unit's cases: its own, or those of the nearest unit above that has some. */
    public String casePrefix(OrgUnit unit) {
        return upwards(unit).stream()
                .map(OrgUnit::casePrefix)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(home().casePrefix()));
    }

    /** Where the unit is, in words: street, community and grid as far down as it lies; other units by their name. */
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
}
