package org.bihuan.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads calendar files: columns date, kind, name, source; others are left alone. */
final class DayCsv {

    /** What a file says: days in its order, and the rows that say nothing sensible. */
    record Content(List<CalendarDay> days, List<BadRow> badRows) {}

    private static final List<String> COLUMNS = List.of("date", "kind", "name", "source");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** Spreadsheets write 2027/1/1 when they save. */
    private static final Pattern DATE = Pattern.compile("(20\\d\\d)([-/])(\\d{1,2})\\2(\\d{1,2})");

    private final List<CalendarDay> days = new ArrayList<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private final Set<LocalDate> seen = new HashSet<>();

    private DayCsv() {}

    static Content read(byte[] file) {
        DayCsv csv = new DayCsv();
        csv.readAll(text(file));
        return new Content(List.copyOf(csv.days), List.copyOf(csv.badRows));
    }

    private void readAll(String text) {
        long line = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(FORMAT)
                .get()) {
            Optional<String> missing = COLUMNS.stream()
                    .filter(column -> !parser.getHeaderMap().containsKey(column))
                    .findFirst();
            if (missing.isPresent()) {
                badRows.add(new BadRow(1, BadRow.Problem.HEADER, missing.get()));
                return;
            }
            for (var rows = parser.iterator(); rows.hasNext(); ) {
                CSVRecord row = rows.next();
                line = parser.getCurrentLineNumber();
                readRow(row, line);
            }
            if (days.isEmpty() && badRows.isEmpty()) {
                badRows.add(new BadRow(line, BadRow.Problem.EMPTY, ""));
            }
        } catch (UncheckedIOException e) {
            badRows.add(new BadRow(line + 1, BadRow.Problem.SYNTAX, ""));
        } catch (IllegalArgumentException | IOException e) {
            // The first line itself: a column named twice, or no CSV at all.
            badRows.add(new BadRow(1, BadRow.Problem.HEADER, ""));
        }
    }

    private void readRow(CSVRecord row, long line) {
        if (!row.isConsistent()) {
            bad(line, BadRow.Problem.FIELDS, String.valueOf(row.size()));
            return;
        }
        Optional<LocalDate> date = date(row.get("date"));
        Optional<DayKind> kind = kind(row.get("kind"));
        String name = row.get("name");
        String source = row.get("source");
        if (date.isEmpty()) {
            bad(line, BadRow.Problem.DATE, row.get("date"));
        } else if (kind.isEmpty()) {
            bad(line, BadRow.Problem.KIND, row.get("kind"));
        } else if (kind.get() == DayKind.WORKDAY && !weekend(date.get())) {
            bad(line, BadRow.Problem.NOT_WEEKEND, row.get("date"));
        } else if (name.isEmpty() || name.codePointCount(0, name.length()) > 40) {
            bad(line, BadRow.Problem.NAME, name);
        } else if (source.codePointCount(0, source.length()) > 200) {
            bad(line, BadRow.Problem.SOURCE, source);
        } else if (!seen.add(date.get())) {
            bad(line, BadRow.Problem.TWICE, row.get("date"));
        } else {
            days.add(new CalendarDay(date.get(), kind.get(), name, source));
        }
    }

    private void bad(long line, BadRow.Problem problem, String value) {
        badRows.add(new BadRow(line, problem, value));
    }

    private static Optional<LocalDate> date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DayKind> kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "holiday" -> Optional.of(DayKind.HOLIDAY);
            case "workday" -> Optional.of(DayKind.WORKDAY);
            default -> Optional.empty();
        };
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** UTF-8 with or without a mark; else GB18030, in which Chinese spreadsheets save CSV. */
    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
