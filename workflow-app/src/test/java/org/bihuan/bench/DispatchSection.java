package org.bihuan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.bench.BenchSize.Dispatch;
import org.bihuan.bench.Peers.Dispatching;
import org.bihuan.bench.Peers.Peer;

/** A request to many communities, and four people who close all of it. */
final class DispatchSection {

    private static final String NAME = "dispatch";
    private static final int USERS = 4;
    private static final int SMALL = 137;
    private static final int MIDDLE = 600;
    private static final int LARGE = 2_000;

    private final Report report;
    private final BenchSize size;

    private record Key(Peer peer, int communities) {}

    private final Map<Key, Series> create = new HashMap<>();
    private final Map<Key, Series> close = new HashMap<>();
    private final Map<Key, Series> each = new HashMap<>();
    private final Map<Key, Integer> retries = new HashMap<>();

    DispatchSection(Report report, BenchSize size) {
        this.report = report;
        this.size = size;
    }

    void run(List<? extends Dispatching> peers, Dispatching ours, Dispatching bare) {
        peers.forEach(peer -> round(peer, 20, false));
        for (Dispatch dispatch : size.communities()) {
            for (int round = 0; round < dispatch.rounds(); round++) {
                var order = new ArrayList<>(peers);
                Collections.rotate(order, round);
                order.forEach(peer -> round(peer, dispatch.communities(), true));
            }
            peers.forEach(peer -> rows(peer, bare, dispatch.communities()));
        }
        goals(ours, bare);
    }

    private void goals(Dispatching ours, Dispatching bare) {
        boolean judged = size.full();
        if (!judged) {
            report.goal("600 communities closed by 4 users against one multi-instance", "≤ 1/4", "", null);
            report.goal("time a completion at 2,000 against 137", "≤ 1.3 ×", "", null);
            return;
        }
        Series ratio = close.get(new Key(ours, MIDDLE)).dividedBy(close.get(new Key(bare, MIDDLE)));
        int lost = retries.entrySet().stream()
                .filter(entry -> entry.getKey().peer() == ours)
                .mapToInt(Map.Entry::getValue)
                .sum();
        report.goal(
                "600 communities closed by 4 users against one multi-instance",
                "≤ 1/4",
                "1/" + Series.words(1 / ratio.median()) + " " + ratio.spread(),
                ratio.median() <= 0.25);
        report.goal("lock retries while closing", "0", String.valueOf(lost), lost == 0);
        double growth = each.get(new Key(ours, LARGE)).median()
                / each.get(new Key(ours, SMALL)).median();
        report.goal("time a completion at 2,000 against 137", "≤ 1.3 ×", Series.words(growth) + " ×", growth <= 1.3);
    }

    private void rows(Dispatching peer, Dispatching bare, int communities) {
        var key = new Key(peer, communities);
        var reference = new Key(bare, communities);
        String what = communities + " communities";
        report.row(
                NAME,
                what + ", sending out",
                peer.name(),
                "s",
                create.get(key),
                create.get(key).dividedBy(create.get(reference)));
        report.row(
                NAME,
                what + ", closed by 4",
                peer.name(),
                "s",
                close.get(key),
                close.get(key).dividedBy(close.get(reference)));
        report.row(
                NAME,
                what + ", a completion",
                peer.name(),
                "ms",
                each.get(key),
                each.get(key).dividedBy(each.get(reference)));
        report.row(NAME, what, peer.name(), "lock retries", Series.of(retries.getOrDefault(key, 0)), null);
    }

    private void round(Dispatching peer, int communities, boolean counted) {
        var key = new Key(peer, communities);
        long began = System.nanoTime();
        List<String> open = peer.dispatch(communities);
        double created = Load.seconds(began);
        Queue<String> waiting = new ConcurrentLinkedQueue<>(open);
        var lost = new AtomicInteger();
        var done = new AtomicInteger();
        long deadline = System.nanoTime() + size.patience().toNanos();
        long silent = peer.silentRetries();
        peer.jobs(true);
        double closed = Load.together(USERS, user -> {
            String next = waiting.poll();
            while (next != null && System.nanoTime() < deadline) {
                if (closeAtLast(peer, next, deadline, lost)) {
                    done.incrementAndGet();
                }
                next = waiting.poll();
            }
        });
        boolean all = done.get() == communities && System.nanoTime() < deadline;
        if (all) {
            long rest = System.nanoTime();
            boolean over = awaitEnd(peer);
            closed += Load.seconds(rest);
            if (!over) {
                throw new IllegalStateException(peer.name() + ": the round did not end");
            }
        }
        peer.jobs(false);
        if (!counted) {
            return;
        }
        if (!all) {
            report.remark("%s: %s: %d of %d communities were done in %s s, then it was given up; what was done counts"
                    .formatted(
                            NAME,
                            peer.name(),
                            done.get(),
                            communities,
                            size.patience().toSeconds()));
        }
        create.computeIfAbsent(key, k -> new Series()).add(created);
        close.computeIfAbsent(key, k -> new Series()).add(closed);
        each.computeIfAbsent(key, k -> new Series()).add(closed * 1000 / Math.max(1, done.get()));
        retries.merge(key, lost.get() + (int) (peer.silentRetries() - silent), Integer::sum);
    }

    /**
     * Tries again until it is closed or time is over.
     *
     * @param lost counts how often somebody else was in the way
     */
    private static boolean closeAtLast(Dispatching peer, String report, long deadline, AtomicInteger lost) {
        while (System.nanoTime() < deadline) {
            try {
                peer.close(report);
                return true;
            } catch (RuntimeException e) {
                if (!peer.lostRace(e)) {
                    throw e;
                }
                lost.incrementAndGet();
            }
        }
        return false;
    }

    private static boolean awaitEnd(Dispatching peer) throws IllegalStateException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!peer.over()) {
            if (System.nanoTime() > giveUp) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
