package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.bihuan.org.OrgFixtures.district;
import static org.bihuan.org.OrgFixtures.grids;
import static org.bihuan.org.OrgFixtures.utf8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bihuan.IntegrationTest;
import org.bihuan.org.ImportReport.BadRow;
import org.bihuan.org.ImportReport.Reason;
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
class OrgImportTest {

    private static final String HEADER = "code,name,level,parent_code\n";

    @Autowired
    OrgImport units;

    @Autowired
    OrgService orgs;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void signIn() {
        OrgFixtures.signInAsAdministrator();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class RealDistrict {

        @Test
        void bringsInStreetsCommunitiesAndGrids() {
            ImportReport report = load(district());
            ImportReport gridReport = load(grids());

            assertThat(report).isEqualTo(new ImportReport(162, 0, 0, List.of()));
            assertThat(gridReport).isEqualTo(new ImportReport(734, 0, 0, List.of()));
            OrgUnit shibei = unit("990203000000");
            assertThat(orgs.below(shibei, UnitKind.STREET)).hasSize(22);
            assertThat(orgs.below(shibei, UnitKind.COMMUNITY)).hasSize(137);
            assertThat(orgs.below(shibei, UnitKind.GRID)).hasSize(734);
            assertThat(orgs.upwards(unit("990203005001001")))
                    .extracting(OrgUnit::kind)
                    .containsExactly(
                            UnitKind.GRID,
                            UnitKind.COMMUNITY,
                            UnitKind.STREET,
                            UnitKind.DISTRICT,
                            UnitKind.CITY,
                            UnitKind.PROVINCE);
        }

        @Test
        void makesNoDoublesWhenReadAgain() {
            load(district());
            long before = count();

            assertThat(load(district())).isEqualTo(new ImportReport(0, 0, 162, List.of()));
            assertThat(count()).isEqualTo(before);
        }

        @Test
        void takesChildrenBeforeParents() {
            List<String> lines = Arrays.asList(district().strip().split("\n"));
            Collections.reverse(lines.subList(1, lines.size()));

            ImportReport report = load(String.join("\n", lines));

            assertThat(report.badRows()).isEmpty();
            assertThat(orgs.below(unit("990000000000"), UnitKind.COMMUNITY)).hasSize(137);
        }

        @Test
        void readsGbk() {
            ImportReport report = units.load("units.csv", district().getBytes(Charset.forName("GBK")));

            assertThat(report.added()).isEqualTo(162);
            assertThat(unit("990203000000").name()).isEqualTo("市北区");
        }

        @Test
        void readsUtf8WithByteOrderMark() {
            assertThat(load("\uFEFF" + district()).added()).isEqualTo(162);
        }
    }

    @Nested
    class Changes {

        @BeforeEach
        void district() {
            load(OrgFixtures.district());
            load(grids());
        }

        @Test
        void renames() {
            long id = unit("990203005000").id();

            ImportReport report = load(HEADER + "990203005000,辽宁路新街道,4,990203000000\n");

            assertThat(report).isEqualTo(new ImportReport(0, 1, 0, List.of()));
            assertThat(unit("990203005000").name()).isEqualTo("辽宁路新街道");
            assertThat(unit("990203005000").id()).isEqualTo(id);
        }

        @Test
        void movesTheWholeSubtree() {
            OrgUnit street = unit("990203008000");
            OrgUnit community = orgs.children(unit("990203005000").id()).getFirst();
            int grids = orgs.below(community, UnitKind.GRID).size();

            load(HEADER + community.code() + "," + community.name() + ",5,990203008000\n");

            OrgUnit moved = unit(community.code());
            assertThat(moved.path()).isEqualTo(street.path() + moved.id() + "/");
            assertThat(orgs.below(street, UnitKind.GRID)).hasSizeGreaterThanOrEqualTo(grids);
            assertThat(orgs.below(moved, UnitKind.GRID))
                    .hasSize(grids)
                    .allSatisfy(grid -> assertThat(grid.path()).isEqualTo(moved.path() + grid.id() + "/"));
        }

        @Test
        void movesAStreetToAnotherDistrict() {
            load(HEADER + "990202000000,市南区,3,990200000000\n990203005000,辽宁路街道,4,990202000000\n");

            assertThat(orgs.nearest(unit("990203005001001"), UnitKind.DISTRICT))
                    .map(OrgUnit::name)
                    .contains("市南区");
        }

        @Test
        void notesWhoDidIt() {
            long administrator = OrgFixtures.person(
                    jdbc, Role.SYSTEM_ADMINISTRATOR, unit("990203005000").id());
            OrgFixtures.signIn(administrator);

            load(HEADER + "990203005000,辽宁路新街道,4,990203000000\n");

            Map<String, Object> row = jdbc.queryForMap("select * from org_change order by id desc limit 1");
            assertThat(row)
                    .containsEntry("actor_id", administrator)
                    .containsEntry("what", "units.import")
                    .containsEntry("subject", "units.csv")
                    .containsEntry("details", "新增 0 · 变更 1 · 未变 0 · 拒绝 0");
        }

        @Test
        void refusesAMoveBelowItself() {
            ImportReport report = load(HEADER + "990203000000,市北区,3,990203005000\n");

            assertThat(report.badRows()).containsExactly(new BadRow(2, "990203000000", Reason.CYCLE, "990203005000"));
            assertThat(orgs.nearest(unit("990203005000"), UnitKind.CITY)).isPresent();
        }

        @Test
        void leavesUnitsAloneThatTheFileDoesNotName() {
            assertThat(load(HEADER + "990203005000,辽宁路街道,4,990203000000\n").unchanged())
                    .isOne();
            assertThat(orgs.below(unit("990203000000"), UnitKind.STREET)).hasSize(22);
        }
    }

    @Nested
    class BadRows {

        @Test
        void areListedWithTheirReasonAndTheGoodOnesGoIn() {
            ImportReport report = load("""
                code,name,level_name,level,parent_code
                980000000000,某省,省级,1,
                980100000000,某市,地级,2,980000000000

                98010O000000,字母O区,县级,3,980100000000
                980101000000,,县级,3,980100000000
                980102000000,乙区,县级,3,989900000000
                980102001000,乙区一街道,乡级,4,980102000000
                980103000000,丙区,火星级,,980100000000
                980100000000,又一个某市,地级,2,980000000000
                980104000000,丁区,县级,3,980104001000
                980104001000,丁区一街道,乡级,4,980104000000
                ,无码区,县级,3,980100000000
                "9801,05",两段,县级,3,980100000000
                980106000000,己区,县级,3,980100000000
                """);

            assertThat(report.added()).isEqualTo(3);
            assertThat(report.badRows())
                    .extracting(BadRow::line, BadRow::code, BadRow::reason, BadRow::detail)
                    .containsExactly(
                            tuple(5L, "98010O000000", Reason.BAD_CODE, "98010O000000"),
                            tuple(6L, "980101000000", Reason.MISSING_NAME, ""),
                            tuple(7L, "980102000000", Reason.UNKNOWN_PARENT, "989900000000"),
                            tuple(8L, "980102001000", Reason.UNKNOWN_PARENT, "980102000000"),
                            tuple(9L, "980103000000", Reason.UNKNOWN_LEVEL, "火星级"),
                            tuple(10L, "980100000000", Reason.DUPLICATE_CODE, "980100000000"),
                            tuple(11L, "980104000000", Reason.CYCLE, "980104001000"),
                            tuple(12L, "980104001000", Reason.CYCLE, "980104000000"),
                            tuple(13L, "", Reason.MISSING_CODE, ""),
                            tuple(14L, "9801,05", Reason.BAD_CODE, "9801,05"));
            assertThat(unit("980106000000").kind()).isEqualTo(UnitKind.DISTRICT);
        }

        @Test
        void sayWhichColumnIsMissing() {
            assertThat(load("code,title,parent_code\n1,2,3\n").badRows())
                    .containsExactly(new BadRow(1, "", Reason.MISSING_COLUMN, "name"));
        }

        @Test
        void sayThatAPictureIsNoText() {
            assertThat(units.load("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13})
                            .badRows())
                    .extracting(BadRow::reason)
                    .containsExactly(Reason.NOT_TEXT);
        }

        @Test
        void sayThatTheFileIsEmpty() {
            assertThat(load(" \n").badRows()).extracting(BadRow::reason).containsExactly(Reason.EMPTY);
        }

        @Test
        void sayThatAQuoteNeverCloses() {
            assertThat(load(HEADER + "980000000000,\"某省,1,\n").badRows())
                    .extracting(BadRow::reason)
                    .containsExactly(Reason.BROKEN_CSV);
        }
    }

    @Nested
    class OtherPlaces {

        @Test
        void mayLackALevel() {
            load("""
                code,name,level_name,parent_code
                990000000000,某省,省级,
                991900000000,某市,地级,990000000000
                991900003000,东城街道,乡级,991900000000
                991900003001,岗贝社区,村级,991900003000
                """);

            OrgUnit community = unit("991900003001");
            assertThat(orgs.nearest(community, UnitKind.DISTRICT)).isEmpty();
            assertThat(orgs.nearest(community, UnitKind.CITY))
                    .map(OrgUnit::name)
                    .contains("某市");
        }

        @Test
        void mayHaveDepartmentsBesideTheTerritory() {
            load("""
                code,name,level_name,parent_code,unit_type
                990203000000,市北区,县级,,
                990203-mzj,民政局,,990203000000,部门
                CGJ,城管局,部门,990203000000,
                """);

            assertThat(orgs.children(unit("990203000000").id()))
                    .extracting(OrgUnit::name, OrgUnit::kind)
                    .containsExactly(tuple("民政局", UnitKind.DEPARTMENT), tuple("城管局", UnitKind.DEPARTMENT));
        }

        @Test
        void mayHaveCodesOnly() {
            load("""
                code,name,parent_code
                990000000000,省,
                990200000000,市,990000000000
                990203000000,区,990200000000
                990203005000,街道,990203000000
                990203005001,社区,990203005000
                990203005001001,网格,990203005001
                """);

            assertThat(orgs.upwards(unit("990203005001001")))
                    .extracting(OrgUnit::name)
                    .containsExactly("网格", "社区", "街道", "区", "市", "省");
            assertThat(orgs.nearest(unit("990203005001001"), UnitKind.COMMUNITY))
                    .map(OrgUnit::name)
                    .contains("社区");
        }
    }

    @Test
    void isForAdministratorsOnly() {
        OrgFixtures.signIn(1);

        assertThatThrownBy(() -> load(HEADER)).isInstanceOf(AccessDeniedException.class);
    }

    private ImportReport load(String text) {
        return units.load("units.csv", utf8(text));
    }

    private OrgUnit unit(String code) {
        return orgs.findByCode(code).orElseThrow();
    }

    private long count() {
        return jdbc.queryForObject("select count(*) from org_unit", Long.class);
    }
}
