package org.bihuan.org;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.org.ImportReport.BadRow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings units in from CSV files, as often as one likes: a unit is known by its code. Units that a file does not name
 * stay as they are; a closed unit stays closed.
 */
@Service
public class OrgImport {

    private static final int BATCH = 1000;

    private final OrgMapper reads;
    private final OrgWriteMapper writes;
    private final ChangeLog changes;
    private final Clock clock;

    OrgImport(OrgMapper reads, OrgWriteMapper writes, ChangeLog changes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Adds and changes units. Needs the columns {@code code}, {@code name} and {@code parent_code}; reads
     * {@code level_name}, {@code level} and {@code unit_type} where there are any, and no others.
     *
     * @param fileName for the record of changes only
     * @param file UTF-8 or GBK text
     */
    @PreAuthorize("@rights.may('unit.change')")
    @Transactional
    public ImportReport load(String fileName, byte[] file) {
        writes.lockTree();
        UnitCsv csv = UnitCsv.read(file);
        Map<String, OrgUnit> known = known(csv.rows().values());
        var plan = new UnitPlan(csv.rows(), known);
        Tally tally = write(plan.layers(), known);
        if (tally.treeChanged) {
            writes.rewritePaths();
        }
        List<BadRow> badRows = Stream.concat(csv.badRows().stream(), plan.badRows().stream())
                .sorted(Comparator.comparingLong(BadRow::line))
                .toList();
        var report = new ImportReport(tally.added, tally.changed, tally.unchanged, badRows);
        changes.note(
                "units.import",
                fileName,
                "新增 %d · 变更 %d · 未变 %d · 拒绝 %d"
                        .formatted(report.added(), report.changed(), report.unchanged(), badRows.size()));
        return report;
    }

    private Tally write(Collection<List<UnitRow>> layers, Map<String, OrgUnit> known) {
        var tally = new Tally();
        for (List<UnitRow> layer : layers) {
            List<UnitRow> added = new ArrayList<>();
            List<OrgWriteMapper.Line> lines = new ArrayList<>();
            for (UnitRow row : layer) {
                OrgUnit before = known.get(row.key());
                String parentKey = row.parentKey();
                Long parentId = parentKey == null ? null : known.get(parentKey).id();
                boolean moved = before == null || !Objects.equals(before.parentId(), parentId);
                if (!moved && before.name().equals(row.name()) && before.kind() == row.kind()) {
                    tally.unchanged++;
                    continue;
                }
                lines.add(new OrgWriteMapper.Line(row.code(), row.name(), row.kind(), parentId));
                tally.treeChanged |= moved;
                if (before == null) {
                    added.add(row);
                } else {
                    tally.changed++;
                }
            }
            tally.added += added.size();
            batches(lines).forEach(batch -> writes.save(batch, OrgService.today(clock)));
            findByCodes(added.stream().map(UnitRow::code).toList(), known);
        }
        return tally;
    }

    /** The units that the rows name, their parents and all above these, by key. */
    private Map<String, OrgUnit> known(Collection<UnitRow> rows) {
        Map<String, OrgUnit> known = new HashMap<>();
        findByCodes(
                rows.stream()
                        .flatMap(row -> Stream.of(row.code(), row.parentCode()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                known);
        Set<Long> missing = new HashSet<>();
        known.values().forEach(unit -> missing.addAll(unit.pathIds()));
        known.values().forEach(unit -> missing.remove(unit.id()));
        for (List<Long> batch : batches(List.copyOf(missing))) {
            reads.findAll(batch).forEach(unit -> known.put(UnitRow.key(unit.code()), unit));
        }
        return known;
    }

    private void findByCodes(List<String> codes, Map<String, OrgUnit> known) {
        for (List<String> batch : batches(codes)) {
            reads.findByCodes(batch).forEach(unit -> known.put(UnitRow.key(unit.code()), unit));
        }
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }

    private static final class Tally {
        private int added;
        private int changed;
        private int unchanged;
        private boolean treeChanged;
    }
}
