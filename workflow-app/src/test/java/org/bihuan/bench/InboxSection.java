package org.bihuan.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.bihuan.bench.Peers.Listing;
import org.bihuan.bench.Peers.Peer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The first page of an inbox and its count, while the number of open tasks grows. */
final class InboxSection {

    private static final String NAME = "inbox";
    private static final int PAGE = 25;

    private final Report report;
    private final BenchSize size;
    private final JdbcTemplate product;
    private final TransactionTemplate transaction;

    private record Key(Peer peer, int open) {}

    private final Map<Key, Series> pages = new HashMap<>();
    private final Map<Key, Series> counts = new HashMap<>();
    private final Map<Integer, Series> floors = new HashMap<>();
    private final Series allColumns = new Series();
    private final Map<String, Series> searches = new TreeMap<>();

    InboxSection(Report report, BenchSize size, JdbcTemplate product, TransactionTemplate transaction) {
        this.report = report;
        this.size = size;
        this.product = product;
        this.transaction = transaction;
    }

    void run(List<? extends Listing> peers, ProductPeer ours, Listing bare) {
        int filled = 0;
        for (int open : size.openTasks()) {
            for (Listing peer : peers) {
                peer.fill(filled, open);
            }
            filled = open;
            read(peers, ours, open);
            rows(peers, bare, open);
        }
        ownRows(ours);
        goals(ours, bare);
    }

    /** Only the product's: the engines look for a part of a text by reading every row. */
    private void own(ProductPeer ours, int round, int reader) {
        measure(round, allColumns, reader, ours::pageWithAllColumns);
        // Of the reader's first group, so that there is one.
        String number = BenchTexts.number(size.mostOpenTasks() / BenchServer.GROUPS / 2 * BenchServer.GROUPS + reader);
        var texts = Map.of(
                "a number", number,
                "a word in 1 %", BenchTexts.RARE,
                "a word in 5 %", BenchTexts.COMMON,
                "a word that is nowhere", BenchTexts.ABSENT);
        texts.forEach((name, text) -> measure(
                round, searches.computeIfAbsent(name, k -> new Series()), reader, who -> ours.search(who, text)));
    }

    private void ownRows(ProductPeer ours) {
        String what = "%,d open".formatted(size.mostOpenTasks());
        Series floor = floors.get(size.mostOpenTasks());
        report.row(
                NAME, what + ", first page, all columns", ours.name(), "ms", allColumns, allColumns.dividedBy(floor));
        searches.forEach((name, series) ->
                report.row(NAME, what + ", search for " + name, ours.name(), "ms", series, series.dividedBy(floor)));
    }

    private void read(List<? extends Listing> peers, ProductPeer ours, int open) {
        long key = product.queryForObject("select max(id) from inbox_item", Long.class);
        for (int round = -5; round < size.readings(); round++) {
            int reader = Math.floorMod(round, BenchServer.READERS);
            for (Listing peer : peers) {
                Series page = pages.computeIfAbsent(new Key(peer, open), k -> new Series());
                Series count = counts.computeIfAbsent(new Key(peer, open), k -> new Series());
                measure(round, page, reader, who -> {
                    int found = peer.page(who);
                    if (found != Math.min(PAGE, open / BenchServer.GROUPS * BenchServer.GROUPS_OF_A_READER)) {
                        throw new IllegalStateException(peer.name() + " shows " + found + " tasks");
                    }
                    return found;
                });
                measure(round, count, reader, peer::count);
            }
            measure(round, floors.computeIfAbsent(open, k -> new Series()), reader, who -> readOne(key));
            if (open == size.mostOpenTasks()) {
                own(ours, round, reader);
            }
        }
    }

    /** Rounds before the first warm up. */
    private static void measure(int round, Series series, int reader, IntToLongFunction work) {
        long began = System.nanoTime();
        work.applyAsLong(reader);
        if (round >= 0) {
            series.add((System.nanoTime() - began) / 1e6);
        }
    }

    private long readOne(long key) {
        Long found = transaction.execute(
                status -> product.queryForObject("select post_id from inbox_item where id = ?", Long.class, key));
        return found == null ? 0 : found;
    }

    private void rows(List<? extends Listing> peers, Listing bare, int open) {
        String what = "%,d open".formatted(open);
        var reference = new Key(bare, open);
        for (Listing peer : peers) {
            var key = new Key(peer, open);
            report.row(
                    NAME,
                    what + ", first page",
                    peer.name(),
                    "ms",
                    pages.get(key),
                    pages.get(key).dividedBy(pages.get(reference)));
            report.row(
                    NAME,
                    what + ", count",
                    peer.name(),
                    "ms",
                    counts.get(key),
                    counts.get(key).dividedBy(counts.get(reference)));
            report.row(
                    NAME,
                    what + ", both",
                    peer.name(),
                    "ms",
                    both(key),
                    both(key).dividedBy(both(reference)));
        }
        report.row(
                NAME,
                what + ", one row by its key",
                "plain JDBC",
                "ms",
                floors.get(open),
                floors.get(open).dividedBy(pages.get(reference)));
    }

    private Series both(Key key) {
        return pages.get(key).plus(counts.get(key));
    }

    private void goals(Listing ours, Listing bare) {
        int most = size.mostOpenTasks();
        int least = size.openTasks().getFirst();
        double engine =
                both(new Key(bare, most)).median() / both(new Key(ours, most)).median();
        double floor = floors.get(most).median();
        double keys = allColumns.median() / floor;
        double growth =
                both(new Key(ours, most)).median() / both(new Key(ours, least)).median();
        goal(
                "inbox page and capped count at 500,000 open against the engine's",
                "≤ 1/60",
                "1/%s",
                engine,
                engine >= 60);
        goal(
                "inbox page with all columns at 500,000 open against one row by its key",
                "≤ 8 ×",
                "%s ×",
                keys,
                keys <= 8);
        double slowest =
                searches.values().stream().mapToDouble(Series::median).max().orElseThrow() / floor;
        goal("text search at 500,000 open against one row by its key", "≤ 20 ×", "%s ×", slowest, slowest <= 20);
        goal("inbox page and count at 500,000 open against 1,000", "≤ 2 ×", "%s ×", growth, growth <= 2);
    }

    private void goal(String name, String limit, String words, double measured, boolean met) {
        report.goal(name, limit, words.formatted(Series.words(measured)), size.full() ? met : null);
    }
}
