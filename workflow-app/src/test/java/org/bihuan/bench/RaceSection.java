package org.bihuan.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.bihuan.bench.Peers.Outcome;
import org.bihuan.bench.Peers.Peer;
import org.bihuan.bench.Peers.Racing;

/** Eight users claim the same tasks in the same order. */
final class RaceSection {

    private static final String NAME = "claim race";
    private static final int TASKS = 200;

    private final Report report;
    private final BenchSize size;

    RaceSection(Report report, BenchSize size) {
        this.report = report;
        this.size = size;
    }

    void run(List<? extends Racing> peers, Racing ours, Racing bare) {
        Map<Peer, Series> rates = new HashMap<>();
        Map<Peer, int[]> outcomes = new HashMap<>();
        Map<Peer, Long> owned = new HashMap<>();
        for (Racing peer : peers) {
            race(peer, peer.open(TASKS), new int[3]);
        }
        for (int round = 0; round < size.raceRounds(); round++) {
            var order = new ArrayList<>(peers);
            Collections.rotate(order, round);
            for (Racing peer : order) {
                List<String> tasks = peer.open(TASKS);
                int[] outcome = outcomes.computeIfAbsent(peer, key -> new int[3]);
                rates.computeIfAbsent(peer, key -> new Series()).add(TASKS / race(peer, tasks, outcome));
                owned.merge(peer, peer.owned(tasks), Long::sum);
            }
        }
        for (Racing peer : peers) {
            report.row(
                    NAME,
                    "8 users, the same 200 tasks",
                    peer.name(),
                    "claims won/s",
                    rates.get(peer),
                    rates.get(peer).dividedBy(rates.get(bare)));
            int[] outcome = outcomes.get(peer);
            report.remark(
                    "%s: %s: of %d tries %d won, %d told who was first, %d exceptions; %d of %d tasks with one owner"
                            .formatted(
                                    NAME,
                                    peer.name(),
                                    Arrays.stream(outcome).sum(),
                                    outcome[0],
                                    outcome[1],
                                    outcome[2],
                                    owned.get(peer),
                                    TASKS * size.raceRounds()));
        }
        Series ratio = rates.get(ours).dividedBy(rates.get(bare));
        int all = TASKS * size.raceRounds();
        report.goal(
                "claims won a second against the engine's, 8 users",
                "≥ 2 ×",
                Series.words(ratio.median()) + " × " + ratio.spread(),
                ratio.median() >= 2);
        report.goal(
                "one owner for each task, no exception shown",
                all + " won, 0 exceptions",
                outcomes.get(ours)[0] + " won, " + outcomes.get(ours)[2] + " exceptions, " + owned.get(ours) + " owned",
                outcomes.get(ours)[0] == all && outcomes.get(ours)[2] == 0 && owned.get(ours) == all);
    }

    /** Seconds until everybody tried everything. */
    private static double race(Racing peer, List<String> tasks, int[] outcomes) {
        var counts = new AtomicIntegerArray(Outcome.values().length);
        double seconds = Load.together(BenchPeople.RIVALS, user -> {
            for (String task : tasks) {
                counts.incrementAndGet(peer.claim(task, user).ordinal());
            }
        });
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += counts.get(i);
        }
        return seconds;
    }
}
