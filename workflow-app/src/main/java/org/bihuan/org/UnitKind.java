package org.bihuan.org;

/**
 * What a unit is. A district may leave levels out (东莞 has no county level), so nothing may count levels: ask for the
 * nearest unit of a kind instead.
 */
public enum UnitKind {
    PROVINCE,
    CITY,
    DISTRICT,
    STREET,
    COMMUNITY,
    GRID,
    /** A department beside the territory, attached to the unit that it serves. */
    DEPARTMENT
}
