package org.bihuan.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.bench.Peers.Approving;
import org.bihuan.bench.Peers.Peer;
import org.springframework.jdbc.core.JdbcTemplate;

/** An approval from start to end: cases a second, statements and rows a case. */
final class ApprovalSection {

    private static final String NAME = "approval";
    private static final List<Integer> THREADS = List.of(1, 4, 8);
    private static final int COUNTED = 20;

    private final Report report;
    private final BenchSize size;
    private final JdbcTemplate admin;

    ApprovalSection(Report report, BenchSize size, JdbcTemplate admin) {
        this.report = report;
        this.size = size;
        this.admin = admin;
    }

    /** Ratios are to the peer {@code bare}. */
    void run(List<? extends Approving> peers, Approving ours, Approving bare) {
        for (Approving peer : peers) {
            Load.perSecond(4, size.turn().multipliedBy(2), peer::approve);
        }
        Map<Peer, Counters> counted = count(peers);
        for (int threads : THREADS) {
            Map<Peer, Series> rates = rates(peers, threads);
            peers.forEach(peer -> report.row(
                    NAME,
                    threads + (threads == 1 ? " thread" : " threads"),
                    peer.name(),
                    "cases/s",
                    rates.get(peer),
                    rates.get(peer).dividedBy(rates.get(bare))));
            if (threads == 4) {
                Series ratio = rates.get(ours).dividedBy(rates.get(bare));
                report.goal(
                        "a full approval through our service against the bare engine with full history, 4 threads",
                        "≥ 1.2 ×",
                        Series.words(ratio.median()) + " × " + ratio.spread(),
                        ratio.median() >= 1.2);
            }
        }
        long statements = counted.get(ours).statements() / COUNTED;
        report.goal("statements of a full approval", "≤ 105", String.valueOf(statements), statements <= 105);
    }

    private Map<Peer, Series> rates(List<? extends Approving> peers, int threads) {
        Map<Peer, Series> rates = new HashMap<>();
        for (int round = 0; round < size.rounds(); round++) {
            var order = new ArrayList<>(peers);
            Collections.rotate(order, round);
            for (Approving peer : order) {
                rates.computeIfAbsent(peer, key -> new Series())
                        .add(Load.perSecond(threads, size.turn(), peer::approve));
            }
        }
        return rates;
    }

    /** The least of three times: the server counts other connections, too. */
    private Map<Peer, Counters> count(List<? extends Approving> peers) {
        Map<Peer, Counters> least = new HashMap<>();
        for (int round = 0; round < 3; round++) {
            for (Approving peer : peers) {
                Counters before = Counters.read(admin);
                for (int i = 0; i < COUNTED; i++) {
                    peer.approve(0);
                }
                Counters used = Counters.read(admin).since(before);
                least.merge(peer, used, (a, b) -> a.statements() <= b.statements() ? a : b);
            }
        }
        for (Approving peer : peers) {
            Counters used = least.get(peer);
            row(peer, "statements", used.statements());
            row(peer, "commits", used.commits());
            row(peer, "rows written", used.rows());
            row(peer, "redo KiB", used.redoBytes() / 1024.0);
        }
        return least;
    }

    private void row(Approving peer, String unit, double total) {
        report.row(NAME, "a case", peer.name(), unit, Series.of(total / COUNTED), null);
    }
}
