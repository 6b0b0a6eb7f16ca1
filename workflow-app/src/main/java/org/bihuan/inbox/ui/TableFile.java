package org.bihuan.inbox.ui;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A table that is written row by row, for spreadsheets. Every cell is text; none can become a formula. */
interface TableFile extends Closeable {

    void row(List<String> cells) throws IOException;

    /** What spreadsheets read. */
    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
            @Override
            TableFile open(OutputStream out) {
                return new XlsxFile(new Workbook(out, "Bihuan", "1.0"));
            }
        },
        CSV("text/csv; charset=utf-8") {
            @Override
            TableFile open(OutputStream out) throws IOException {
                return new CsvFile(out);
            }
        };

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }

        /** Begins the file; closing it ends it and leaves the stream open. */
        abstract TableFile open(OutputStream out) throws IOException;
    }
}
