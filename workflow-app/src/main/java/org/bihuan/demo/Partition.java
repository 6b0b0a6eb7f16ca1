package org.bihuan.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Divides a polygon of the plane into connected parts of similar size, the same ones each time. */
final class Partition {

    /** Enough for parts of similar size that still look grown and not drawn with a ruler. */
    private static final int RELAXATIONS = 3;

    private final GeometryFactory geometry;

    Partition(GeometryFactory geometry) {
        this.geometry = geometry;
    }

    /** As many parts as asked for, from west to east; the seed decides how they look. */
    List<Polygon> divide(Polygon whole, int parts, long seed) {
        List<Coordinate> sites = scattered(whole, parts, new Random(seed));
        List<Polygon> cells = cells(whole, relaxed(whole, sites, RELAXATIONS));
        return cells.stream()
                .sorted(Comparator.comparingDouble(cell -> cell.getCentroid().getX()))
                .toList();
    }

    /** One part round each centre, in the order of the centres. */
    List<Polygon> divide(Polygon whole, List<Coordinate> centres) {
        return cells(whole, relaxed(whole, centres, 1));
    }

    private List<Coordinate> relaxed(Polygon whole, List<Coordinate> sites, int times) {
        List<Coordinate> relaxed = sites;
        for (int i = 0; i < times; i++) {
            relaxed = cells(whole, relaxed).stream().map(Partition::middle).toList();
        }
        return relaxed;
    }

    /** Voronoi's cells cut to the whole; a piece that the cut tore off goes to the neighbour it touches longest. */
    private List<Polygon> cells(Polygon whole, List<Coordinate> sites) {
        if (sites.size() == 1) {
            return List.of(whole);
        }
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(whole.getEnvelopeInternal());
        Geometry diagram = builder.getDiagram(geometry);
        Map<Coordinate, Geometry> cellOf = new HashMap<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            cellOf.put((Coordinate) cell.getUserData(), cell.intersection(whole));
        }
        List<Polygon> cells = new ArrayList<>();
        List<Polygon> tornOff = new ArrayList<>();
        for (Coordinate site : sites) {
            List<Polygon> pieces = new ArrayList<>(pieces(cellOf.get(site)));
            pieces.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
            cells.add(pieces.removeFirst());
            tornOff.addAll(pieces);
        }
        tornOff.forEach(piece -> join(cells, piece));
        return cells;
    }

    private static void join(List<Polygon> cells, Polygon piece) {
        Polygon neighbour = cells.stream()
                .max(Comparator.comparingDouble(
                        cell -> cell.buffer(0.01).intersection(piece).getArea()))
                .orElseThrow();
        // The buffer closes the seam of rounding errors between the two.
        Geometry joined = neighbour.union(piece.buffer(0.01));
        if (joined instanceof Polygon polygon) {
            cells.set(cells.indexOf(neighbour), polygon);
        }
    }

    private static List<Polygon> pieces(Geometry geometry) {
        List<Polygon> pieces = new ArrayList<>();
        PolygonExtracter.getPolygons(geometry, pieces);
        return pieces;
    }

    private static Coordinate middle(Polygon cell) {
        Point centroid = cell.getCentroid();
        return (cell.contains(centroid) ? centroid : cell.getInteriorPoint()).getCoordinate();
    }

    private List<Coordinate> scattered(Polygon whole, int count, Random random) {
        var box = whole.getEnvelopeInternal();
        List<Coordinate> points = new ArrayList<>();
        while (points.size() < count) {
            var point = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (whole.contains(geometry.createPoint(point))) {
                points.add(point);
            }
        }
        return points;
    }
}
