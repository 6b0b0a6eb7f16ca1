package org.bihuan.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.org.RefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with single units, and the lists they do it from; {@link OrgImport} takes whole files. */
@Service
@Transactional
public class OrgAdministration {

    /** What a case number can begin with. */
    private static final Pattern CASE_PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,11}");

    private static final Pattern DEPARTMENT_CODE = Pattern.compile("[A-Za-z0-9_-]{2,24}");

    private final OrgMapper reads;
    private final OrgWriteMapper writes;
    private final ChangeLog changes;
    private final Clock clock;

    OrgAdministration(OrgMapper reads, OrgWriteMapper writes, ChangeLog changes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Adds a department beside the territory.
     *
     * @param servedUnitId the unit that it serves
     * @throws RefusedException when the code is unfit or taken
     */
    @PreAuthorize("@rights.may('unit.change')")
    public OrgUnit addDepartment(String code, String name, long servedUnitId) {
        requireName(name);
        if (!DEPARTMENT_CODE.matcher(code).matches()) {
            throw new RefusedException(Reason.BAD_CODE, code);
        }
        writes.lockTree();
        if (reads.findByCode(code) != null) {
            throw new RefusedException(Reason.CODE_TAKEN, code);
        }
        require(servedUnitId);
        var line = new OrgWriteMapper.Line(code, name.strip(), UnitKind.DEPARTMENT, servedUnitId);
        writes.save(List.of(line), OrgService.today(clock));
        writes.rewritePaths();
        changes.note("unit.add", code, name);
        return require(code);
    }

    /** Gives the unit another name. */
    @PreAuthorize("@rights.may('unit.change')")
    public void rename(long unitId, String name) {
        requireName(name);
        OrgUnit unit = require(unitId);
        writes.rename(unitId, name.strip());
        changes.note("unit.rename", unit.code(), unit.name() + " → " + name.strip());
    }

    /**
     * Ends the unit's existence; its past and its cases stay.
     *
     * @param validTo first day on which it no longer exists
     * @throws RefusedException when units below it would outlive it, or it had not begun by that day
     */
    @PreAuthorize("@rights.may('unit.change')")
    public void close(long unitId, LocalDate validTo) {
        writes.lockTree();
        OrgUnit unit = require(unitId);
        int open = writes.openBelow(unitId, validTo);
        if (open > 0) {
            throw new RefusedException(Reason.UNITS_BELOW, String.valueOf(open));
        }
        if (validTo.isBefore(unit.validFrom())) {
            throw new RefusedException(
                    Reason.ENDS_BEFORE_IT_BEGINS, unit.validFrom().toString());
        }
        writes.close(unitId, validTo);
        changes.note("unit.close", unit.code(), validTo.toString());
    }

    /** Takes back a closing. */
    @PreAuthorize("@rights.may('unit.change')")
    public void reopen(long unitId) {
        OrgUnit unit = require(unitId);
        writes.close(unitId, null);
        changes.note("unit.reopen", unit.code(), "");
    }

    /**
     * Lets the numbers of cases at and below the unit begin with these letters.
     *
     * @param prefix 1 to 12 capital letters and digits, the first a letter; null to let an upper unit number them
     * @throws RefusedException when the prefix is unfit or another unit has it
     */
    @PreAuthorize("@rights.may('unit.change')")
    public void numberCasesAs(long unitId, @Nullable String prefix) {
        if (prefix != null && !CASE_PREFIX.matcher(prefix).matches()) {
            throw new RefusedException(Reason.BAD_PREFIX, prefix);
        }
        OrgUnit unit = require(unitId);
        try {
            writes.casePrefix(unitId, prefix);
        } catch (DuplicateKeyException e) {
            throw new RefusedException(Reason.PREFIX_TAKEN, String.valueOf(prefix));
        }
        changes.note("unit.prefix", unit.code(), String.valueOf(prefix));
    }

    /** Units directly below, whether they exist today or not; without a parent those at the top. */
    @PreAuthorize("@rights.may('unit.list')")
    @Transactional(readOnly = true)
    public List<UnitNode> nodes(@Nullable Long parentId, int offset, int limit) {
        return reads.nodes(parentId, offset, limit);
    }

    @PreAuthorize("@rights.may('unit.list')")
    @Transactional(readOnly = true)
    public int nodeCount(@Nullable Long parentId) {
        return reads.nodeCount(parentId);
    }

    /** Units whose name or code holds the text, whether they exist today or not. */
    @PreAuthorize("@rights.may('unit.list')")
    @Transactional(readOnly = true)
    public List<OrgUnit> search(String text, int offset, int limit) {
        return reads.search("/", Set.of(), Like.holds(text), null, offset, limit);
    }

    /** Who holds the unit's posts, today or later. */
    @PreAuthorize("@rights.may('unit.list')")
    @Transactional(readOnly = true)
    public List<HeldPost> heldPosts(long unitId) {
        return reads.heldPosts(unitId, OrgService.today(clock));
    }

    private OrgUnit require(long unitId) {
        OrgUnit unit = reads.find(unitId);
        if (unit == null) {
            throw new RefusedException(Reason.UNKNOWN_UNIT, String.valueOf(unitId));
        }
        return unit;
    }

    private OrgUnit require(String code) {
        OrgUnit unit = reads.findByCode(code);
        if (unit == null) {
            throw new RefusedException(Reason.UNKNOWN_UNIT, code);
        }
        return unit;
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new RefusedException(Reason.BAD_NAME, "");
        }
    }
}
