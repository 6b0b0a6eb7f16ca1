package org.bihuan.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;

/** Which tables the demonstration has and what is drawn by hand in them; their sources stand in its README. */
final class DemonstrationTables {

    static final String UNITS = "qingdao-shibei-370203.csv";
    static final String GRIDS = "qingdao-shibei-grids-synthetic.csv";
    static final String DEPARTMENTS = "departments.csv";
    static final String CATEGORIES = "incident-categories.csv";
    static final String DISTRICT = "370203000000";

    private DemonstrationTables() {}

    /** Roughly where the district lies, drawn by hand. */
    static List<Coordinate> outline() {
        return Csv.rows("outline.csv").stream()
                .map(DemonstrationTables::coordinate)
                .toList();
    }

    /** Roughly where the streets lie, by code, so that people who know the place find their way. */
    static Map<String, Coordinate> centres() {
        return Csv.rows("street-centres.csv").stream()
                .collect(Collectors.toMap(row -> row.get("code"), DemonstrationTables::coordinate));
    }

    private static Coordinate coordinate(CSVRecord row) {
        return new Coordinate(Double.parseDouble(row.get("longitude")), Double.parseDouble(row.get("latitude")));
    }
}
