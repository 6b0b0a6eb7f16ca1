package org.bihuan.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.bihuan.calendar.BadRow;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.CalendarDay;
import org.bihuan.calendar.CalendarImport;
import org.bihuan.calendar.DayKind;
import org.bihuan.calendar.DeadlineBadge;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.calendar.ImportReport;
import org.bihuan.calendar.WorkingHours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.bihuan.nowhere")
class CalendarAdminViewTest extends BrowserlessTest {

    private final CalendarAdministration administration = mock();
    private final CalendarImport calendarImport = mock();

    @BeforeEach
    void knownAreTwoYearsOfWhichOneIsProvisional() {
        given(administration.years()).willReturn(List.of(2026, 2027));
        given(administration.provisionalYears()).willReturn(List.of(2027));
        given(administration.yearsWithoutData(2026, 2027)).willReturn(List.of());
        given(administration.days(2026))
                .willReturn(List.of(
                        new CalendarDay(LocalDate.of(2026, 10, 1), DayKind.HOLIDAY, "国庆节", "https://www.gov.cn/1"),
                        new CalendarDay(LocalDate.of(2026, 10, 10), DayKind.WORKDAY, "国庆节", "https://www.gov.cn/1")));
        given(administration.defaultHours()).willReturn(WorkingHours.usual());
        // English, since without the shell Vaadin falls back to the language of this machine instead of Chinese.
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Nested
    class Days {

        @Test
        void showsThisYear() {
            open("2026-11-22T08:00:00Z");

            assertThat(test(days()).size()).isEqualTo(2);
            assertThat(test(days()).getCellText(0, 0)).isEqualTo("2026-10-01 Thu");
            assertThat(test(days()).getCellText(1, 2)).isEqualTo("国庆节");
        }

        @Test
        void saysWhatToDoForAYearWithoutData() {
            given(administration.yearsWithoutData(2027, 2028)).willReturn(List.of(2028));
            CalendarAdminView view = open("2027-11-22T08:00:00Z");

            year().setValue(2028);

            assertThat(find(Grid.class).all()).isEmpty();
            assertThat(text(view)).contains("No holidays are known for 2028", "Nothing is known for 2028");
        }

        @Test
        void marksProvisionalYears() {
            assertThat(text(open("2026-11-22T08:00:00Z"))).contains("The data of 2027 are provisional");
        }
    }

    @Nested
    class Upload {

        @Test
        void showsTheYearThatCame() {
            given(calendarImport.load(any())).willReturn(new ImportReport(List.of(2025), 3, 1, 0, 29, List.of()));
            given(administration.years()).willReturn(List.of(2025, 2026, 2027));
            CalendarAdminView view = open("2026-11-22T08:00:00Z");

            section(view).load(new byte[1]);

            assertThat(year().getValue()).isEqualTo(2025);
            assertThat(text(view)).contains("2025 updated: 3 days added, 1 changed, 0 removed, 29 unchanged.");
        }

        @Test
        void namesEveryBadRowInPlainWords() {
            given(calendarImport.load(any()))
                    .willReturn(new ImportReport(
                            List.of(),
                            0,
                            0,
                            0,
                            0,
                            List.of(
                                    new BadRow(3, BadRow.Problem.DATE, "2027-13-01"),
                                    new BadRow(1204, BadRow.Problem.NAME, ""))));
            CalendarAdminView view = open("2026-11-22T08:00:00Z");

            section(view).load(new byte[1]);

            assertThat(text(view))
                    .contains(
                            "2 rows need mending",
                            "Line 3: \"2027-13-01\" is not a date; write 2028-10-01.",
                            "Line 1204: The name of the feast is missing");
        }

        @Test
        void refusesWhatIsTooLarge() {
            CalendarAdminView view = open("2026-11-22T08:00:00Z");

            section(view).load(new byte[1024 * 1024 + 1]);

            assertThat(text(view)).contains("larger than 1 MB");
            then(calendarImport).should(never()).load(any());
        }
    }

    @Nested
    class Hours {

        @Test
        void areSavedWhenTheyFollowEachOther() {
            open("2026-11-22T08:00:00Z");
            field("Morning starts").setValue(LocalTime.of(8, 30));

            save();

            then(administration)
                    .should()
                    .setDefaultHours(new WorkingHours(
                            LocalTime.of(8, 30), LocalTime.of(12, 0), LocalTime.of(13, 30), LocalTime.of(17, 30)));
        }

        @Test
        void tellBesideTheFieldWhatIsWrong() {
            open("2026-11-22T08:00:00Z");
            field("Morning ends").setValue(LocalTime.of(8, 0));
            field("Afternoon ends").setValue(null);

            save();

            assertThat(field("Morning ends").getErrorMessage())
                    .isEqualTo("Must be later than the time before (09:00).");
            assertThat(field("Afternoon ends").getErrorMessage()).isEqualTo("Fill in a time such as 09:00.");
            then(administration).should(never()).setDefaultHours(any());
        }

        private TimePicker field(String label) {
            return find(TimePicker.class)
                    .withCondition(field -> field.getLabel().equals(label))
                    .single();
        }

        private void save() {
            test(find(Button.class).withText("Save working hours").single()).click();
        }
    }

    @Nested
    class Badge {

        @Test
        void saysTheStateInWordsAndByIconToo() {
            DeadlineBadge badge = new DeadlineBadge(DeadlineState.YELLOW, "due today 16:10");
            UI.getCurrent().add(badge);
            assertThat(text(badge)).contains("Due soon:", "due today 16:10");

            badge.show(DeadlineState.RED, "2 working hours overdue");

            assertThat(badge.getClassNames()).containsExactlyInAnyOrder("bihuan-deadline", "bihuan-deadline-red");
            assertThat(text(badge))
                    .contains("Overdue:", "2 working hours overdue")
                    .doesNotContain("soon");
        }
    }

    private CalendarAdminView open(String now) {
        CalendarAdminView view =
                new CalendarAdminView(administration, calendarImport, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
        UI.getCurrent().add(view);
        return view;
    }

    private Grid<?> days() {
        return find(Grid.class).single();
    }

    private Select<Integer> year() {
        @SuppressWarnings("unchecked")
        Select<Integer> year = find(Select.class).single();
        return year;
    }

    private static ImportSection section(CalendarAdminView view) {
        return view.getChildren()
                .filter(ImportSection.class::isInstance)
                .map(ImportSection.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
