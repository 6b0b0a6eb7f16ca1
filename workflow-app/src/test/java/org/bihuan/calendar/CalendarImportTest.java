package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.bihuan.calendar.CalendarFixtures.STREET;
import static org.bihuan.calendar.CalendarFixtures.STREET_HOURS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@WithMockUser(roles = "SYSTEM_ADMINISTRATOR")
@Transactional
class CalendarImportTest {

    private static final String HEADER = "date,kind,name,statutory,source\n";

    private static final String FEAST = HEADER
            + "2031-10-01,holiday,国庆节,yes,通知\n"
            + "2031-10-02,holiday,国庆节,yes,通知\n"
            + "2031-10-11,workday,国庆节,no,通知\n";

    @Autowired
    CalendarImport calendarImport;

    @Autowired
    CalendarAdministration administration;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    CalendarMapper mapper;

    @Autowired
    NationalDays nationalDays;

    @Nested
    class Load {

        @Test
        void takesInAYear() {
            ImportReport report = load(FEAST);

            assertThat(report).isEqualTo(new ImportReport(List.of(2031), 3, 0, 0, 0, List.of()));
            assertThat(administration.days(2031))
                    .containsExactly(
                            new CalendarDay(LocalDate.of(2031, 10, 1), DayKind.HOLIDAY, "国庆节", "通知"),
                            new CalendarDay(LocalDate.of(2031, 10, 2), DayKind.HOLIDAY, "国庆节", "通知"),
                            new CalendarDay(LocalDate.of(2031, 10, 11), DayKind.WORKDAY, "国庆节", "通知"));
        }

        @Test
        void changesNothingTheSecondTime() {
            load(FEAST);
            long version = mapper.version();

            assertThat(load(FEAST)).isEqualTo(new ImportReport(List.of(2031), 0, 0, 0, 3, List.of()));
            assertThat(mapper.version()).isEqualTo(version);
        }

        @Test
        void replacesTheYearAndLeavesOthers() {
            load(FEAST);

            ImportReport report = load(HEADER
                    + "2031-10-01,holiday,国庆节,yes,更正\n2031-10-02,holiday,国庆节,yes,通知\n2031-10-03,holiday,国庆节,yes,通知\n");

            assertThat(report).isEqualTo(new ImportReport(List.of(2031), 1, 1, 1, 1, List.of()));
            assertThat(administration.days(2031)).hasSize(3).noneMatch(day -> day.kind() == DayKind.WORKDAY);
            assertThat(administration.days(2026)).hasSize(39);
        }

        @Test
        void changesNothingWhenRowsAreBadAndReportsThem() {
            load(FEAST);

            ImportReport report = load(FEAST + "2031-13-01,holiday,元旦,yes,通知\n2031-12-31,free,元旦,no,通知\n");

            assertThat(report.accepted()).isFalse();
            assertThat(report.badRows())
                    .containsExactly(
                            new BadRow(5, BadRow.Problem.DATE, "2031-13-01"),
                            new BadRow(6, BadRow.Problem.KIND, "free"));
            assertThat(administration.days(2031)).hasSize(3);
        }

        @Test
        void keepsRareCharacters() {
            load(HEADER + "2031-10-01,holiday,𠮷㐂😀,yes,通知\n");

            assertThat(administration.days(2031)).extracting(CalendarDay::name).containsExactly("𠮷㐂😀");
        }
    }

    @Nested
    class Start {

        @Test
        void hasLoadedTheYearsThatTheProductShips() {
            assertThat(administration.years()).contains(2024, 2025, 2026, 2027);
            assertThat(administration.provisionalYears()).contains(2027);
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 23))).isFalse();
        }

        @Test
        void leavesWhatAnAdministratorLoaded() throws Exception {
            load(HEADER + "2026-10-01,holiday,国庆节,yes,本市安排\n");

            nationalDays.run(new DefaultApplicationArguments());

            assertThat(administration.days(2026))
                    .extracting(CalendarDay::source)
                    .containsExactly("本市安排");
        }

        @Test
        void replacesProvisionalDaysByPublishedOnes() throws Exception {
            load(HEADER + "2026-10-01,holiday,国庆节,yes,computed from the law\n");

            nationalDays.run(new DefaultApplicationArguments());

            assertThat(administration.days(2026)).hasSize(39).noneMatch(CalendarDay::provisional);
        }
    }

    @Nested
    class Hours {

        @Test
        void areThoseOfTheUnitUntilRemoved() {
            administration.setHours(STREET, STREET_HOURS);
            assertThat(administration.hours(STREET)).contains(STREET_HOURS);

            administration.removeHours(STREET);
            assertThat(administration.hours(STREET)).isEmpty();
        }

        @Test
        void ofTheDefaultAreTheUsualOnesAtFirst() {
            assertThat(administration.defaultHours()).isEqualTo(WorkingHours.usual());

            administration.setDefaultHours(STREET_HOURS);
            assertThat(administration.defaultHours()).isEqualTo(STREET_HOURS);
        }

        @Test
        void ofTheDefaultCannotBeRemoved() {
            assertThatThrownBy(() -> administration.removeHours(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesYearsWithoutData() {
        assertThat(administration.yearsWithoutData(2026, 2029)).containsExactly(2028, 2029);
    }

    @Test
    void mapsEveryColumnOfHours() {
        mapper.putHours(UnitHours.of(STREET, STREET_HOURS));

        assertThat(mapper.hours())
                .extracting(UnitHours::unitId, UnitHours::morningStart, UnitHours::afternoonEnd)
                .contains(
                        tuple(0L, LocalTime.of(9, 0), LocalTime.of(17, 30)),
                        tuple(STREET, LocalTime.of(8, 30), LocalTime.of(16, 30)));
    }

    private ImportReport load(String csv) {
        return calendarImport.load(csv.getBytes(StandardCharsets.UTF_8));
    }
}
