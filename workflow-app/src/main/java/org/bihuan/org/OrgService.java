package org.bihuan.org;

import java.util.List;
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
}
