package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.IntegrationTest;
import org.bihuan.org.RefusedException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class OrgServiceTest {

    private static final String GRID = "990203005001001";

    @Autowired
    OrgService orgs;

    @Autowired
    OrgAdministration administration;

    @Autowired
    OrgImport units;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    LocalDate today;

    @BeforeEach
    void district() {
        OrgFixtures.signInAsAdministrator();
        today = OrgService.today(clock);
        units.load("units.csv", OrgFixtures.utf8(OrgFixtures.district()));
        units.load("grids.csv", OrgFixtures.utf8(OrgFixtures.grids()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Locate {

        @BeforeEach
        void borders() {
            border(GRID, "POLYGON((-10 -10, -10 -9, -9 -9, -9 -10, -10 -10))");
            border("990203005001002", "POLYGON((-9 -10, -9 -9, -8 -9, -8 -10, -9 -10))");
            border("990203005001", "POLYGON((-10 -10, -10 -9, -7 -9, -7 -10, -10 -10))");
        }

        @Test
        void findsTheGridAroundThePoint() {
            assertThat(orgs.locate(-9.5, -9.5)).map(OrgUnit::code).contains(GRID);
            assertThat(orgs.locate(-8.5, -9.5)).map(OrgUnit::code).contains("990203005001002");
        }

        @Test
        void findsNoneOutside() {
            assertThat(orgs.locate(-7.5, -9.5)).isEmpty();
            assertThat(orgs.locate(-9.5, -8.5)).isEmpty();
        }

        @Test
        void findsUnitsOfOtherKindsWhenAsked() {
            assertThat(orgs.locate(-7.5, -9.5, UnitKind.COMMUNITY))
                    .map(OrgUnit::code)
                    .contains("990203005001");
        }

        @Test
        void findsNoClosedGrid() {
            administration.close(id(GRID), today);

            assertThat(orgs.locate(-9.5, -9.5)).isEmpty();
        }

        private void border(String code, String polygon) {
            jdbc.update(
                    "insert into org_border (unit_id, border, `generated`) values (?, st_geomfromtext(?, 0), true)",
                    id(code),
                    polygon);
        }
    }

    @Nested
    class Close {

        @Test
        void takesTheUnitOutOfListsToChooseFromButKeepsItsPast() {
            OrgUnit community = unit("990203005001");
            int before = orgs.children(community.id()).size();

            administration.close(id(GRID), today);

            assertThat(orgs.children(community.id())).hasSize(before - 1);
            assertThat(orgs.below(community, UnitKind.GRID)).hasSize(before - 1);
            assertThat(orgs.everBelow(community, UnitKind.GRID)).hasSize(before);
            assertThat(orgs.search(community, Set.of(), GRID, 0, 10)).isEmpty();
            assertThat(administration.search(GRID, 0, 10)).hasSize(1);
            assertThat(administration.nodeCount(community.id())).isEqualTo(before);
            assertThat(orgs.nearest(unit(GRID), UnitKind.STREET)).isPresent();
        }

        @Test
        void canLieAheadAndBeTakenBack() {
            administration.close(id(GRID), today.plusDays(1));
            assertThat(orgs.search(null, Set.of(), GRID, 0, 10)).hasSize(1);

            administration.close(id(GRID), today);
            administration.reopen(id(GRID));

            assertThat(orgs.search(null, Set.of(), GRID, 0, 10)).hasSize(1);
        }

        @Test
        void waitsForTheUnitsBelow() {
            assertRefused(() -> administration.close(id("990203005001"), today), Reason.UNITS_BELOW);
        }

        @Test
        void cannotLieBeforeTheBeginning() {
            assertRefused(() -> administration.close(id(GRID), today.minusDays(1)), Reason.ENDS_BEFORE_IT_BEGINS);
        }

        @Test
        void staysWhenAFileNamesTheUnitAgain() {
            administration.close(id(GRID), today);

            units.load("grids.csv", OrgFixtures.utf8(OrgFixtures.grids()));

            assertThat(unit(GRID).existsOn(today)).isFalse();
        }
    }

    @Nested
    class Search {

        @Test
        void findsByNameOrCodeBelowAUnitInPages() {
            OrgUnit street = unit("990203005000");

            List<OrgUnit> first = orgs.search(street, Set.of(UnitKind.COMMUNITY), "社区", 0, 2);
            List<OrgUnit> second = orgs.search(street, Set.of(UnitKind.COMMUNITY), "社区", 2, 2);

            assertThat(first).hasSize(2).allMatch(street::contains);
            assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
            assertThat(orgs.search(street, Set.of(), "990203005001001", 0, 10)).hasSize(1);
        }

        @Test
        void takesSignsLiterally() {
            assertThat(orgs.search(null, Set.of(), "%", 0, 10)).isEmpty();
            assertThat(orgs.search(null, Set.of(), "_", 0, 10)).isEmpty();
            assertThat(orgs.search(null, Set.of(), "!", 0, 10)).isEmpty();
        }
    }

    @Nested
    class CasePrefix {

        @Test
        void belongsToOneUnit() {
            administration.numberCasesAs(id("990203000000"), "TESTX");

            assertThat(orgs.casePrefix(unit(GRID))).isEqualTo("TESTX");
            assertRefused(() -> administration.numberCasesAs(id(GRID), "TESTX"), Reason.PREFIX_TAKEN);
        }

        @Test
        void isMadeOfCapitalLettersAndDigits() {
            assertRefused(() -> administration.numberCasesAs(id(GRID), "市北"), Reason.BAD_PREFIX);
            assertRefused(() -> administration.numberCasesAs(id(GRID), "1A"), Reason.BAD_PREFIX);
        }
    }

    @Nested
    class Departments {

        @Test
        void lieBesideTheTerritory() {
            OrgUnit department = administration.addDepartment("TEST-CGJ", "城管局", id("990203000000"));

            assertThat(department.path()).isEqualTo(unit("990203000000").path() + department.id() + "/");
            assertThat(orgs.below(unit("990203000000"), UnitKind.DEPARTMENT)).containsExactly(department);
            assertRefused(() -> administration.addDepartment("test-cgj", "又一个", id("990203000000")), Reason.CODE_TAKEN);
        }
    }

    @Test
    void administrationIsForAdministratorsOnly() {
        long id = id(GRID);
        OrgFixtures.signIn(1);

        List<ThrowingCallable> acts = List.of(
                () -> administration.close(id, today),
                () -> administration.reopen(id),
                () -> administration.rename(id, "新名"),
                () -> administration.numberCasesAs(id, null),
                () -> administration.addDepartment("AA", "局", id),
                () -> administration.search("", 0, 1),
                () -> administration.nodes(null, 0, 1),
                () -> administration.heldPosts(id));
        assertThat(acts).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class));
    }

    private OrgUnit unit(String code) {
        return orgs.findByCode(code).orElseThrow();
    }

    private long id(String code) {
        return unit(code).id();
    }

    private static void assertRefused(ThrowingCallable act, Reason reason) {
        assertThatThrownBy(act)
                .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
                .extracting(RefusedException::reason)
                .isEqualTo(reason);
    }
}
