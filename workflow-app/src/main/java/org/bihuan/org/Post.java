package org.bihuan.org;

/** A role at a unit, which any number of staff may hold. */
public record Post(long id, Role role, long unitId, String unitName, UnitKind unitKind, String unitPath) {

    /** Whether the unit is the post's own or lies below it. */
    public boolean covers(OrgUnit unit) {
        return unit.path().startsWith(unitPath);
    }
}
