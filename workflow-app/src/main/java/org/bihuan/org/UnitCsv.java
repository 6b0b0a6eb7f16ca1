package org.bihuan.org;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.org.ImportReport.BadRow;
import org.bihuan.org.ImportReport.Reason;

/** Reads a file of units, row by row; the header says which column is which. */
final class UnitCsv {

    private static final List<String> NEEDED = List.of("code", "name", "parent_code");

    private static final Pattern TERRITORY_CODE = Pattern.compile("\\d{12}|\\d{15}");

    private static final Pattern DEPARTMENT_CODE = Pattern.compile("[A-Za-z0-9_-]{2,24}");

    private static final int LONGEST_NAME = 100;

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Map<String, UnitRow> rows = new LinkedHashMap<>();

    private final List<BadRow> badRows = new ArrayList<>();

    private UnitCsv() {}

    static UnitCsv read(byte[] file) {
        var csv = new UnitCsv();
        csv.text(file).ifPresentOrElse(csv::parse, () -> csv.bad(1, "", Reason.NOT_TEXT, ""));
        return csv;
    }

    /** Sound rows by the key of their code, in the order of the file. */
    Map<String, UnitRow> rows() {
        return rows;
    }

    List<BadRow> badRows() {
        return badRows;
    }

    /** Spreadsheets save as UTF-8 with a byte order mark or, on Chinese systems, as GBK. */
    private Optional<String> text(byte[] file) {
        return decode(file, StandardCharsets.UTF_8)
                .or(() -> decode(file, Charset.forName("GB18030")))
                .filter(text -> text.indexOf('\0') < 0)
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void parse(String text) {
        if (text.isBlank()) {
            bad(1, "", Reason.EMPTY, "");
            return;
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (String column : NEEDED) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    bad(1, "", Reason.MISSING_COLUMN, column);
                    return;
                }
            }
            rows(parser);
        } catch (IOException | IllegalArgumentException e) {
            bad(1, "", Reason.BROKEN_CSV, "");
        }
    }

    private void rows(CSVParser parser) {
        try {
            for (CSVRecord row : parser) {
                row(parser.getCurrentLineNumber(), row);
            }
        } catch (UncheckedIOException e) {
            bad(parser.getCurrentLineNumber(), "", Reason.BROKEN_CSV, "");
        }
    }

    private void row(long line, CSVRecord row) {
        String code = value(row, "code");
        String name = value(row, "name");
        String parent = value(row, "parent_code");
        Optional<UnitKind> kind =
                KindRules.kind(code, value(row, "level_name"), value(row, "level"), value(row, "unit_type"));
        if (code.isEmpty()) {
            bad(line, code, Reason.MISSING_CODE, "");
        } else if (kind.isEmpty()) {
            bad(line, code, Reason.UNKNOWN_LEVEL, value(row, "level_name") + value(row, "level"));
        } else if (!pattern(kind.get()).matcher(code).matches()) {
            bad(line, code, Reason.BAD_CODE, code);
        } else if (name.isEmpty()) {
            bad(line, code, Reason.MISSING_NAME, "");
        } else if (name.length() > LONGEST_NAME) {
            bad(line, code, Reason.LONG_NAME, String.valueOf(name.length()));
        } else {
            var unit = new UnitRow(line, code, name, kind.get(), parent.isEmpty() ? null : parent);
            if (rows.putIfAbsent(unit.key(), unit) != null) {
                bad(line, code, Reason.DUPLICATE_CODE, code);
            }
        }
    }

    private static Pattern pattern(UnitKind kind) {
        return kind == UnitKind.DEPARTMENT ? DEPARTMENT_CODE : TERRITORY_CODE;
    }

    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }

    private void bad(long line, String code, Reason reason, String detail) {
        badRows.add(new BadRow(line, code, reason, detail));
    }
}
