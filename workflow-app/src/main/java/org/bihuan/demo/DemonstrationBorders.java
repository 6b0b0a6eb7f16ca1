package org.bihuan.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.UnitKind;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Plausible borders for a district whose true ones are not public: the outline is divided among the streets, each
 * street among its communities, each community among its grids. The same tree always gets the same borders. Neighbours
 * share their edges point for point, and a unit is exactly what its parts are together.
 */
final class DemonstrationBorders {

    private static final double METRES_PER_DEGREE = 111_320;

    /** Degrees with six decimals (about 0.1 m), what the map is given. */
    private static final PrecisionModel SIX_DECIMALS = new PrecisionModel(1e6);

    private final GeometryFactory plane = new GeometryFactory();

    private final Partition partition = new Partition(plane);
    private final Map<Long, List<OrgUnit>> children;
    private final Map<String, Coordinate> centres;
    private final AffineTransformation toPlane;
    private final AffineTransformation toDegrees;
    private final Polygon outline;

    /**
     * Prepares the borders of one district.
     *
     * @param outline border of the district, WGS84 degrees
     * @param units units below the district; departments have no territory and get no border
     * @param centres where units lie, by code; only used where all units of one parent have one
     */
    DemonstrationBorders(List<Coordinate> outline, Collection<OrgUnit> units, Map<String, Coordinate> centres) {
        this.centres = centres;
        children = units.stream()
                .filter(unit -> unit.parentId() != null && unit.kind() != UnitKind.DEPARTMENT)
                .sorted(Comparator.comparing(OrgUnit::code))
                .collect(Collectors.groupingBy(OrgUnit::parentId));
        List<Coordinate> ring = new ArrayList<>(outline);
        ring.add(outline.getFirst());
        this.outline = plane.createPolygon(ring.toArray(Coordinate[]::new));
        double metresEast = METRES_PER_DEGREE
                * Math.cos(Math.toRadians(this.outline.getCentroid().getY()));
        toPlane = AffineTransformation.scaleInstance(metresEast, METRES_PER_DEGREE);
        toDegrees = AffineTransformation.scaleInstance(1 / metresEast, 1 / METRES_PER_DEGREE);
    }

    /** The border of the district and of every unit below it, by the unit's id. */
    Map<Long, Polygon> draw(OrgUnit district) {
        Map<Long, Polygon> smallest = new LinkedHashMap<>();
        divide(district, (Polygon) toPlane.transform(outline), smallest);
        Map<Long, Polygon> borders = new LinkedHashMap<>(withSharedEdges(smallest));
        join(district, borders);
        return borders;
    }

    private void divide(OrgUnit unit, Polygon border, Map<Long, Polygon> smallest) {
        List<OrgUnit> parts = children.getOrDefault(unit.id(), List.of());
        if (parts.isEmpty()) {
            smallest.put(unit.id(), (Polygon) toDegrees.transform(border));
            return;
        }
        boolean located = parts.stream().allMatch(part -> centres.containsKey(part.code()));
        List<Polygon> borders = located
                ? partition.divide(
                        border,
                        parts.stream()
                                .map(part -> toPlane.transform(
                                        centres.get(part.code()).copy(), new Coordinate()))
                                .toList())
                : partition.divide(border, parts.size(), unit.code().hashCode());
        for (int i = 0; i < parts.size(); i++) {
            divide(parts.get(i), borders.get(i), smallest);
        }
    }

    /** All edges are rounded and cut at all corners together; the faces between them are the borders. */
    private Map<Long, Polygon> withSharedEdges(Map<Long, Polygon> borders) {
        Geometry edges = UnaryUnionNG.union(
                borders.values().stream().map(Polygon::getBoundary).toList(), plane, SIX_DECIMALS);
        var polygonizer = new Polygonizer();
        polygonizer.add(edges);
        var index = new STRtree();
        borders.forEach((unit, border) -> index.insert(border.getEnvelopeInternal(), Map.entry(unit, border)));
        Map<Long, List<Polygon>> faces = new HashMap<>();
        for (Object found : polygonizer.getPolygons()) {
            Polygon face = (Polygon) found;
            Geometry inside = face.getInteriorPoint();
            for (Object candidate : index.query(inside.getEnvelopeInternal())) {
                var border = (Map.Entry<?, ?>) candidate;
                if (((Polygon) border.getValue()).contains(inside)) {
                    faces.computeIfAbsent((Long) border.getKey(), unit -> new ArrayList<>())
                            .add(face);
                    break;
                }
            }
        }
        Map<Long, Polygon> shared = new LinkedHashMap<>();
        borders.keySet().forEach(unit -> shared.put(unit, union(faces.getOrDefault(unit, List.of()))));
        return shared;
    }

    private void join(OrgUnit unit, Map<Long, Polygon> borders) {
        List<OrgUnit> parts = children.getOrDefault(unit.id(), List.of());
        parts.forEach(part -> join(part, borders));
        if (!parts.isEmpty()) {
            borders.put(
                    unit.id(),
                    union(parts.stream().map(part -> borders.get(part.id())).toList()));
        }
    }

    /** The start and direction of the ring follow a fixed rule, else they would differ from run to run. */
    private static Polygon union(List<Polygon> faces) {
        return (Polygon) CoverageUnion.union(faces.toArray(Polygon[]::new)).norm();
    }
}
