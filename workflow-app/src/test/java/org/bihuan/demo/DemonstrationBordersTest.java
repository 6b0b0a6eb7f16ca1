package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.UnitKind;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class DemonstrationBordersTest {

    private static final OrgUnit DISTRICT = unit(1, "370203000000", UnitKind.DISTRICT, null);

    private final List<OrgUnit> units = units();
    private final Map<Long, Polygon> borders = new DemonstrationBorders(
                    DemonstrationTables.outline(), units, DemonstrationTables.centres())
            .draw(DISTRICT);

    @Test
    void everyUnitHasAValidBorder() {
        assertThat(units).hasSize(22 + 137 + 734);
        assertThat(borders).hasSize(units.size() + 1);
        assertThat(borders.values()).allSatisfy(border -> {
            assertThat(border.isValid()).isTrue();
            assertThat(border.isEmpty()).isFalse();
            assertThat(border.getNumInteriorRing()).isZero();
        });
    }

    @Test
    void gridsCoverTheDistrictWithoutOverlap() {
        Geometry[] grids = units.stream()
                .filter(unit -> unit.kind() == UnitKind.GRID)
                .map(unit -> borders.get(unit.id()))
                .toArray(Geometry[]::new);

        assertThat(CoverageValidator.isValid(grids)).isTrue();
        double sum = Stream.of(grids).mapToDouble(Geometry::getArea).sum();
        Polygon district = borders.get(DISTRICT.id());
        assertThat(sum / district.getArea()).isBetween(0.999, 1.001);
    }

    @Test
    void gridsOfOneDistrictAreOfSimilarSize() {
        double[] areas = units.stream()
                .filter(unit -> unit.kind() == UnitKind.GRID)
                .mapToDouble(unit -> borders.get(unit.id()).getArea())
                .sorted()
                .toArray();

        assertThat(areas[0]).isGreaterThan(areas[areas.length / 2] / 20);
        assertThat(areas[areas.length - 1]).isLessThan(areas[areas.length / 2] * 20);
    }

    @Test
    void theSameTreeGetsTheSameBorders() {
        var again = new DemonstrationBorders(DemonstrationTables.outline(), units, DemonstrationTables.centres())
                .draw(DISTRICT);

        assertThat(again.keySet()).isEqualTo(borders.keySet());
        again.forEach((unit, border) ->
                assertThat(border.equalsExact(borders.get(unit))).isTrue());
    }

    private static List<OrgUnit> units() {
        Map<String, Long> ids = new HashMap<>(Map.of(DISTRICT.code(), DISTRICT.id()));
        List<OrgUnit> units = new ArrayList<>();
        Stream.of(DemonstrationTables.UNITS, DemonstrationTables.GRIDS)
                .flatMap(file -> Csv.rows(file).stream())
                .forEach(row -> {
                    UnitKind kind = switch (row.get("level")) {
                        case "4" -> UnitKind.STREET;
                        case "5" -> UnitKind.COMMUNITY;
                        case "6" -> UnitKind.GRID;
                        default -> null;
                    };
                    if (kind != null) {
                        long id = ids.size() + 1;
                        ids.put(row.get("code"), id);
                        units.add(unit(id, row.get("code"), kind, ids.get(row.get("parent_code"))));
                    }
                });
        return units;
    }

    private static OrgUnit unit(long id, String code, UnitKind kind, Long parent) {
        return new OrgUnit(id, code, code, kind, parent, "/", null, LocalDate.EPOCH, null);
    }
}
