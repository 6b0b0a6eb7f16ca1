package org.bihuan.inbox.ui;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet. Its cells are of the type text, which is never run as a formula. */
final class XlsxFile implements TableFile {

    /** Rows kept in memory at most. */
    private static final int BUFFERED = 500;

    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxFile(Workbook workbook) {
        this.workbook = workbook;
        sheet = workbook.newWorksheet("Bihuan");
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            sheet.inlineString(rows, column, text.substring(0, Math.min(LONGEST_CELL, text.length())));
        }
        rows++;
        if (rows % BUFFERED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
