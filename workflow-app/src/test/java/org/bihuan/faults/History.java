package org.bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that somebody was told had succeeded, and when. */
final class History {

    private final List<String> lines = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    /** Acts that were done but whose answer got lost; each was found done when it was sent again. */
    final AtomicLong absorbed = new AtomicLong();

    /** Acts whose outcome nobody knew for a while. */
    final AtomicLong doubts = new AtomicLong();

    /** Acts refused with a sentence. */
    final AtomicLong refused = new AtomicLong();

    private final List<String> strange = new ArrayList<>();

    private long acts;

    synchronized void acknowledge(List<String> told) {
        lines.addAll(told);
        times.add(System.nanoTime());
        acts++;
    }

    /** An error that no person could do anything with. */
    synchronized void strange(String what) {
        strange.add(System.nanoTime() + " " + what);
    }

    /** Errors between two moments. */
    synchronized List<String> strangeBetween(long from, long to) {
        return strange.stream()
                .filter(line -> {
                    long at = Long.parseLong(line.substring(0, line.indexOf(' ')));
                    return at >= from && at <= to;
                })
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    synchronized long acts() {
        return acts;
    }

    /** The first acknowledgement after a moment; empty when there is none yet. */
    synchronized long firstAfter(long moment) {
        for (int i = times.size() - 1; i >= 0; i--) {
            if (times.get(i) < moment) {
                return i + 1 < times.size() ? times.get(i + 1) : Long.MAX_VALUE;
            }
        }
        return times.isEmpty() ? Long.MAX_VALUE : times.getFirst();
    }

    synchronized void writeTo(Path file) throws IOException {
        Files.write(file, lines);
    }
}
