package org.bihuan.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.casefile.PersonalNumbers;
import org.springframework.stereotype.Component;

/** What belongs to a person is in no log and no temporary file; compressed logs are not opened. */
@Component
class NoPersonalNumbersInFiles implements Invariant {

    @Override
    public Meaning meaning() {
        return new Meaning(
                12, "日志和临时文件中没有明文身份证号或手机号", "no plain identity or mobile number in logs and temporary files");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        for (Path folder : scope.folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Iterator<Path> all = files.filter(Files::isRegularFile).iterator(); all.hasNext(); ) {
                    search(folder, all.next(), findings);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder cannot be read: " + folder, e);
            }
        }
    }

    /** By bytes read as Latin: digits look the same in every encoding of ours. */
    private static void search(Path folder, Path file, Findings findings) throws IOException {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (PersonalNumbers.in(line)) {
                    findings.add(folder.relativize(file) + ":" + number);
                }
            }
        }
    }
}
