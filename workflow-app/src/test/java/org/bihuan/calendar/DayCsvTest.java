package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayCsvTest {

    private static final String HEADER = "date,kind,name,statutory,source\n";

    @ParameterizedTest
    @CsvSource({"2024, 36", "2025, 33", "2026, 39", "2027, 13"})
    void readsTheShippedYears(int year, int days) {
        DayCsv.Content content = DayCsv.read(CalendarFixtures.file(year));

        assertThat(content.badRows()).isEmpty();
        assertThat(content.days())
                .hasSize(days)
                .allMatch(day -> day.date().getYear() == year)
                .allMatch(day -> day.provisional() == (year == 2027));
    }

    @Test
    void namesLineAndReasonOfEveryBadRow() {
        String file = HEADER
                + "2028-10-01,holiday,国庆节,yes,通知\n"
                + "2028-13-01,holiday,国庆节,yes,通知\n"
                + "十月一日,holiday,国庆节,yes,通知\n"
                + "2028-02-30,holiday,春节,yes,通知\n"
                + "2028-10-02,free,国庆节,yes,通知\n"
                + "2028-10-03,workday,国庆节,no,通知\n"
                + "2028-10-04,holiday,,no,通知\n"
                + "2028-10-05,holiday\n"
                + "2028-10-01,holiday,国庆节,yes,通知\n"
                + "2028-10-06,holiday,国庆节,yes," + "文".repeat(201) + "\n";

        assertThat(DayCsv.read(bytes(file)).badRows())
                .extracting(BadRow::line, BadRow::problem)
                .containsExactly(
                        tuple(3L, BadRow.Problem.DATE),
                        tuple(4L, BadRow.Problem.DATE),
                        tuple(5L, BadRow.Problem.DATE),
                        tuple(6L, BadRow.Problem.KIND),
                        tuple(7L, BadRow.Problem.NOT_WEEKEND),
                        tuple(8L, BadRow.Problem.NAME),
                        tuple(9L, BadRow.Problem.FIELDS),
                        tuple(10L, BadRow.Problem.TWICE),
                        tuple(11L, BadRow.Problem.SOURCE));
    }

    @Test
    void readsWhatSpreadsheetsMakeOfIt() {
        String file = "date,kind,name,statutory,source\r\n2028/10/1, Holiday ,国庆节,yes,\r\n\r\n";
        byte[] gb18030 = file.getBytes(Charset.forName("GB18030"));
        byte[] marked = bytes("\uFEFF" + file);

        for (byte[] bytes : new byte[][] {gb18030, marked}) {
            assertThat(DayCsv.read(bytes))
                    .isEqualTo(new DayCsv.Content(
                            List.of(new CalendarDay(LocalDate.of(2028, 10, 1), DayKind.HOLIDAY, "国庆节", "")),
                            List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "date,kind,name\n2028-10-01,holiday,国庆节\n", "date,date,kind,name,source\n", "\u0000\u0001"})
    void refusesAFileWithoutTheColumns(String file) {
        assertThat(DayCsv.read(bytes(file)).badRows())
                .extracting(BadRow::line, BadRow::problem)
                .containsExactly(tuple(1L, BadRow.Problem.HEADER));
    }

    @Test
    void refusesAFileWithoutDays() {
        assertThat(DayCsv.read(bytes(HEADER)).badRows())
                .extracting(BadRow::problem)
                .containsExactly(BadRow.Problem.EMPTY);
    }

    @Test
    void tellsWhereTheFileStopsBeingCsv() {
        String file = HEADER + "2028-10-01,holiday,国庆节,yes,通知\n2028-10-02,holiday,\"国庆节,yes,通知\n";

        assertThat(DayCsv.read(bytes(file)).badRows())
                .extracting(BadRow::line, BadRow::problem)
                .containsExactly(tuple(3L, BadRow.Problem.SYNTAX));
    }

    @Test
    void quotesLongValuesInPart() {
        String file = HEADER + "𠮷".repeat(10_000) + ",holiday,国庆节,yes,通知\n";

        assertThat(DayCsv.read(bytes(file)).badRows()).extracting(BadRow::value).containsExactly("𠮷".repeat(30) + "…");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
