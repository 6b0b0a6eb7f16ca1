package org.bihuan.org;

/**
 * The border of a unit.
 *
 * @param geometry the polygon as GeoJSON: WGS84 degrees, longitude first, six decimals (about 0.1 m)
 * @param generated drawn by the program for the demonstration, not surveyed
 */
public record Border(long unitId, String code, String name, UnitKind kind, String geometry, boolean generated) {}
