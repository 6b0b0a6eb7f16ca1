package org.bihuan.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The tables of the demonstration, {@code migrations/demo/}. */
final class Csv {

    private Csv() {}

    static byte[] bytes(String name) {
        try {
            return new ClassPathResource("migrations/demo/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows; the first line of the file names the columns. */
    static List<CSVRecord> rows(String name) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new StringReader(new String(bytes(name), StandardCharsets.UTF_8));
                var parser = format.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
