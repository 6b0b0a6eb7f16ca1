package org.bihuan.inbox.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values with a byte order mark, which spreadsheets need to know UTF-8. */
final class CsvFile implements TableFile {

    /** With what a cell begins that a spreadsheet would run as a formula; full-width signs are read as the others. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer writer;

    CsvFile(OutputStream out) throws IOException {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
    }

    @Override
    public void row(List<String> cells) throws IOException {
        writer.write(cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** In quotes; an apostrophe makes text of what would be a formula. */
    static String cell(String text) {
        String begin = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0 || !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0);
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
