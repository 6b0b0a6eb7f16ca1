package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bihuan.IntegrationTest;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.org.Border;
import org.bihuan.org.Borders;
import org.bihuan.org.OrgAdministration;
import org.bihuan.org.OrgImport;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Role;
import org.bihuan.org.SignInRecords;
import org.bihuan.org.StaffAdministration;
import org.bihuan.org.StaffService;
import org.bihuan.org.UnitKind;
import org.bihuan.security.DemonstrationAccounts.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@Transactional
@WithMockUser(roles = {"SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR"})
class DemonstrationLoaderTest {

    private static final String PASSWORD = "a password for this test";

    @Autowired
    OrgService org;

    @Autowired
    Borders borders;

    @Autowired
    SignInRecords records;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcTemplate jdbc;

    private DemonstrationDoor door;
    private DemonstrationLoader loader;

    @BeforeEach
    void anEmptyOrganisation(
            @Autowired OrgImport unitImport,
            @Autowired OrgAdministration administration,
            @Autowired StaffAdministration staffAdministration,
            @Autowired StaffService staff,
            @Autowired IncidentCatalog catalog,
            @Autowired TransactionTemplate transaction) {
        // What other tests left behind names units and people that are gone until this transaction ends.
        jdbc.execute("set foreign_key_checks = 0");
        for (String table : List.of("org_staff_post", "org_post", "org_staff", "org_border", "org_unit")) {
            jdbc.update("delete from " + table);
        }
        jdbc.execute("set foreign_key_checks = 1");
        door = new DemonstrationDoor(records, staff, PASSWORD);
        loader = new DemonstrationLoader(
                org, unitImport, administration, borders, staffAdministration, catalog, door, encoder, transaction);
    }

    @Test
    void loadsTheDistrictWithAnAccountForEveryRole() {
        assertThat(loader.load()).isTrue();

        OrgUnit district = district();
        assertThat(org.below(district, UnitKind.STREET)).hasSize(22);
        assertThat(org.below(district, UnitKind.COMMUNITY)).hasSize(137);
        assertThat(org.below(district, UnitKind.GRID)).hasSize(734);
        assertThat(org.casePrefix(district)).isEqualTo("SBQ");
        assertThat(door.accounts()).extracting(Account::role).containsExactlyInAnyOrder(Role.values());
        assertThat(records.principal("wangge")).hasValueSatisfying(account -> {
            assertThat(encoder.matches(PASSWORD, account.getPassword())).isTrue();
            assertThat(account.mustChangePassword()).isFalse();
        });
        assertThat(count("incident_category where term <> '2WD'")).isPositive();
        assertThat(count("org_staff")).isEqualTo(734 + 137 + 22 + 16 + 12);
    }

    @Test
    void loadsNothingTheSecondTime() {
        loader.load();
        int units = count("org_unit");
        int staff = count("org_staff");

        assertThat(loader.load()).isFalse();
        assertThat(count("org_unit")).isEqualTo(units);
        assertThat(count("org_staff")).isEqualTo(staff);
    }

    @Test
    void refusesADatabaseOfSomebodyElse() {
        jdbc.update("insert into org_unit (code, name, kind, path, valid_from)"
                + " values ('441900000000', '东莞市', 'CITY', '/1/', '2026-01-01')");

        assertThatThrownBy(() -> loader.load())
                .isInstanceOf(ForeignOrganisationException.class)
                .hasMessageContaining("东莞市");
    }

    @Test
    void theDatabaseFindsEveryGridAtAPointInsideIt() {
        loader.load();

        List<Border> grids = borders.under(district(), UnitKind.GRID);
        assertThat(grids).hasSize(734).allSatisfy(grid -> {
            Coordinate inside = polygon(grid).getInteriorPoint().getCoordinate();
            assertThat(org.locate(inside.x, inside.y)).map(OrgUnit::code).contains(grid.code());
        });
        double sum = grids.stream().mapToDouble(grid -> polygon(grid).getArea()).sum();
        double whole =
                polygon(borders.under(district(), UnitKind.DISTRICT).getFirst()).getArea();
        assertThat(sum).isCloseTo(whole, within(whole / 1000));
        assertThat(borders.outermost()).extracting(OrgUnit::code).containsExactly(DemonstrationTables.DISTRICT);
        assertThat(org.locate(120.0, 36.0)).isEmpty();
    }

    private OrgUnit district() {
        return org.findByCode(DemonstrationTables.DISTRICT).orElseThrow();
    }

    private int count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    private static Polygon polygon(Border border) {
        JsonNode ring = JsonMapper.shared()
                .readTree(border.geometry())
                .get("coordinates")
                .get(0);
        Coordinate[] corners = StreamSupport.stream(ring.spliterator(), false)
                .map(corner ->
                        new Coordinate(corner.get(0).asDouble(), corner.get(1).asDouble()))
                .toArray(Coordinate[]::new);
        assertThat(Arrays.asList(corners)).hasSizeGreaterThan(3);
        return new GeometryFactory().createPolygon(corners);
    }
}
