package org.bihuan.org;

import java.util.Map;
import java.util.Optional;

/** Tells the kind of a unit from what a file says about it. */
final class KindRules {

    private static final Map<String, UnitKind> WORDS = Map.ofEntries(
            Map.entry("省级", UnitKind.PROVINCE),
            Map.entry("地级", UnitKind.CITY),
            Map.entry("县级", UnitKind.DISTRICT),
            Map.entry("乡级", UnitKind.STREET),
            Map.entry("村级", UnitKind.COMMUNITY),
            Map.entry("网格", UnitKind.GRID),
            Map.entry("网格级", UnitKind.GRID),
            Map.entry("部门", UnitKind.DEPARTMENT),
            Map.entry("街道", UnitKind.STREET),
            Map.entry("镇", UnitKind.STREET),
            Map.entry("乡", UnitKind.STREET),
            Map.entry("社区", UnitKind.COMMUNITY),
            Map.entry("居委会", UnitKind.COMMUNITY),
            Map.entry("村委会", UnitKind.COMMUNITY),
            Map.entry("PROVINCE", UnitKind.PROVINCE),
            Map.entry("CITY", UnitKind.CITY),
            Map.entry("DISTRICT", UnitKind.DISTRICT),
            Map.entry("STREET", UnitKind.STREET),
            Map.entry("COMMUNITY", UnitKind.COMMUNITY),
            Map.entry("GRID", UnitKind.GRID),
            Map.entry("DEPARTMENT", UnitKind.DEPARTMENT));

    /** Some places number a grid within a grid (微网格) as level 7. */
    private static final Map<String, UnitKind> LEVELS = Map.of(
            "1", UnitKind.PROVINCE,
            "2", UnitKind.CITY,
            "3", UnitKind.DISTRICT,
            "4", UnitKind.STREET,
            "5", UnitKind.COMMUNITY,
            "6", UnitKind.GRID,
            "7", UnitKind.GRID);

    private KindRules() {}

    /**
     * The level's name decides, then its number, then the type, and where the file says nothing of the three the shape
     * of the code; but a department is a department whatever level it serves.
     *
     * @return empty if the file names a level that is none
     */
    static Optional<UnitKind> kind(String code, String levelName, String level, String unitType) {
        if (WORDS.get(unitType) == UnitKind.DEPARTMENT) {
            return Optional.of(UnitKind.DEPARTMENT);
        }
        if (!levelName.isEmpty()) {
            return Optional.ofNullable(WORDS.get(levelName));
        }
        if (!level.isEmpty()) {
            return Optional.ofNullable(LEVELS.get(level));
        }
        return Optional.of(WORDS.getOrDefault(unitType, byCode(code)));
    }

    /** 2 digits each for province, city and district, 3 each for street, community and grid. */
    private static UnitKind byCode(String code) {
        if (!code.chars().allMatch(Character::isDigit)) {
            return UnitKind.DEPARTMENT;
        }
        if (code.length() > 12) {
            return UnitKind.GRID;
        }
        if (code.endsWith("0000000000")) {
            return UnitKind.PROVINCE;
        }
        if (code.endsWith("00000000")) {
            return UnitKind.CITY;
        }
        if (code.endsWith("000000")) {
            return UnitKind.DISTRICT;
        }
        return code.endsWith("000") ? UnitKind.STREET : UnitKind.COMMUNITY;
    }
}
