package org.bihuan.org;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bihuan.org.ImportReport.BadRow;
import org.bihuan.org.ImportReport.Reason;
import org.jspecify.annotations.Nullable;

/** Fits the rows of a file into the tree as it is: which can go in, and in what order, parents before children. */
final class UnitPlan {

    private final Map<String, UnitRow> rows;

    private final Map<String, OrgUnit> known;

    private final Map<Long, String> keysById;

    private final List<BadRow> badRows = new ArrayList<>();

    /**
     * @param rows sound rows by key
     * @param known by key: the units that the rows name, their parents and all units above these, as far as they exist
     */
    UnitPlan(Map<String, UnitRow> rows, Map<String, OrgUnit> known) {
        this.rows = new LinkedHashMap<>(rows);
        this.known = known;
        this.keysById = known.values().stream().collect(Collectors.toMap(OrgUnit::id, u -> UnitRow.key(u.code())));
        boolean again = true;
        // A row left out puts its unit back to where it was, which may undo the ground of another row.
        while (again) {
            again = dropUnsound();
        }
    }

    /** Rows that can go in; a layer's parents are known before or lie in earlier layers. */
    Collection<List<UnitRow>> layers() {
        Map<String, Integer> depths = new HashMap<>();
        Map<Integer, List<UnitRow>> layers = new TreeMap<>();
        for (UnitRow row : rows.values()) {
            layers.computeIfAbsent(depth(row, depths), depth -> new ArrayList<>())
                    .add(row);
        }
        return layers.values();
    }

    List<BadRow> badRows() {
        return badRows.stream().sorted(Comparator.comparingLong(BadRow::line)).toList();
    }

    private int depth(UnitRow row, Map<String, Integer> depths) {
        List<String> way = new ArrayList<>();
        String key = row.key();
        while (key != null && rows.containsKey(key) && !depths.containsKey(key)) {
            way.add(key);
            key = rows.get(key).parentKey();
        }
        int depth = key == null ? 0 : depths.getOrDefault(key, 0);
        for (String step : way.reversed()) {
            depths.put(step, ++depth);
        }
        return depths.getOrDefault(row.key(), depth);
    }

    private boolean dropUnsound() {
        Set<String> sound = new HashSet<>();
        Map<String, BadRow> unsound = new HashMap<>();
        for (String start : rows.keySet()) {
            Set<String> way = new LinkedHashSet<>();
            String key = start;
            while (key != null && !sound.contains(key) && !unsound.containsKey(key) && way.add(key)) {
                String parent = parent(key);
                if (parent != null && !rows.containsKey(parent) && !known.containsKey(parent)) {
                    drop(key, Reason.UNKNOWN_PARENT, unsound);
                    parent = null;
                }
                key = parent;
            }
            if (key != null && way.contains(key)) {
                cycle(way, key).forEach(step -> drop(step, Reason.CYCLE, unsound));
            }
            way.stream().filter(step -> !unsound.containsKey(step)).forEach(sound::add);
        }
        unsound.forEach((key, row) -> {
            rows.remove(key);
            badRows.add(row);
        });
        return !unsound.isEmpty();
    }

    private static List<String> cycle(Set<String> way, String first) {
        List<String> steps = new ArrayList<>(way);
        return steps.subList(steps.indexOf(first), steps.size());
    }

    private void drop(String key, Reason reason, Map<String, BadRow> unsound) {
        UnitRow row = rows.get(key);
        if (row != null) {
            String detail = row.parentCode() == null ? "" : row.parentCode();
            unsound.put(key, new BadRow(row.line(), row.code(), reason, detail));
        }
    }

    /** The parent as the file wants it, else as it is. */
    private @Nullable String parent(String key) {
        UnitRow row = rows.get(key);
        if (row != null) {
            return row.parentKey();
        }
        OrgUnit unit = known.get(key);
        return unit == null || unit.parentId() == null ? null : keysById.get(unit.parentId());
    }
}
