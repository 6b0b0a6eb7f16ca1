package org.bihuan.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.org.Borders;
import org.bihuan.org.ImportReport;
import org.bihuan.org.OrgAdministration;
import org.bihuan.org.OrgImport;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.StaffAdministration;
import org.bihuan.org.UnitKind;
import org.bihuan.security.DemonstrationAccounts;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demonstration district into an empty database, through the services that a real district uses. All of it is
 * one transaction, so that an interrupted start leaves nothing half loaded.
 */
@Component
@Profile("demo")
class DemonstrationLoader {

    private static final String CASE_PREFIX = "SBQ";

    private final OrgService org;
    private final OrgImport unitImport;
    private final OrgAdministration administration;
    private final Borders borders;
    private final StaffAdministration staff;
    private final IncidentCatalog incidents;
    private final DemonstrationAccounts accounts;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;

    DemonstrationLoader(
            OrgService org,
            OrgImport unitImport,
            OrgAdministration administration,
            Borders borders,
            StaffAdministration staff,
            IncidentCatalog incidents,
            DemonstrationAccounts accounts,
            PasswordEncoder encoder,
            TransactionTemplate transaction) {
        this.org = org;
        this.unitImport = unitImport;
        this.administration = administration;
        this.borders = borders;
        this.staff = staff;
        this.incidents = incidents;
        this.accounts = accounts;
        this.encoder = encoder;
        this.transaction = transaction;
    }

    /**
     * Loads the district unless it is there already.
     *
     * @return whether anything was loaded
     * @throws ForeignOrganisationException when the database holds another organisation
     */
    boolean load() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<OrgUnit> roots = org.roots();
            if (!roots.isEmpty()) {
                requireDemonstration(roots);
                return false;
            }
            loadAll();
            return true;
        }));
    }

    /** A real installation of the same district has surveyed borders or none. */
    private void requireDemonstration(List<OrgUnit> roots) {
        boolean ours = org.findByCode(DemonstrationTables.DISTRICT)
                .filter(district -> CASE_PREFIX.equals(district.casePrefix()))
                .filter(borders::generated)
                .isPresent();
        if (!ours) {
            throw new ForeignOrganisationException(roots.getFirst().name());
        }
    }

    private void loadAll() {
        Stream.of(DemonstrationTables.UNITS, DemonstrationTables.GRIDS, DemonstrationTables.DEPARTMENTS)
                .forEach(this::importUnits);
        OrgUnit district = org.findByCode(DemonstrationTables.DISTRICT).orElseThrow();
        administration.numberCasesAs(district.id(), CASE_PREFIX);
        List<OrgUnit> units = Stream.of(UnitKind.GRID, UnitKind.COMMUNITY, UnitKind.STREET, UnitKind.DEPARTMENT)
                .flatMap(kind -> org.below(district, kind).stream())
                .toList();
        drawBorders(district, units);
        // One hash for all: nine hundred would take minutes.
        staff.createAll(
                DemonstrationStaff.of(district, units, district.validFrom()),
                Objects.requireNonNull(encoder.encode(accounts.password())),
                false);
        importCategories();
    }

    private void importCategories() {
        try {
            incidents.importCsv(new ByteArrayInputStream(Csv.bytes(DemonstrationTables.CATEGORIES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void importUnits(String file) {
        ImportReport report = unitImport.load(file, Csv.bytes(file));
        if (!report.badRows().isEmpty()) {
            throw new IllegalStateException(
                    file + " has a bad row: " + report.badRows().getFirst());
        }
    }

    private void drawBorders(OrgUnit district, List<OrgUnit> units) {
        var drawing = new DemonstrationBorders(DemonstrationTables.outline(), units, DemonstrationTables.centres());
        borders.save(
                drawing.draw(district).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, border -> border.getValue().toText())),
                true);
    }
}
