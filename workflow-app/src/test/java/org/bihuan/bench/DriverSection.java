package org.bihuan.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;

/** What the options of the driver are worth that we ship, shown with the bare engine and one thread. */
final class DriverSection {

    private static final String NAME = "driver options";

    /** Without this one the engine finds the tables of the neighbouring schema and makes none of its own. */
    private static final String NEEDED = "nullDatabaseMeansCurrent";

    private final Report report;
    private final BenchSize size;
    private final BenchServer server;

    DriverSection(Report report, BenchSize size, BenchServer server) {
        this.report = report;
        this.size = size;
        this.server = server;
    }

    void run(String numbers) {
        Map<String, Properties> variants = new LinkedHashMap<>();
        variants.put("plain", only());
        variants.put(
                "prepared on the server",
                only("useServerPrepStmts", "cachePrepStmts", "prepStmtCacheSize", "prepStmtCacheSqlLimit"));
        variants.put("batches rewritten", only("rewriteBatchedStatements"));
        variants.put("all that we ship", server.shippedOptions());
        List<CamundaPeer> peers = new ArrayList<>();
        variants.forEach((name, options) -> {
            DataSource schema = server.newSchema("driver" + peers.size(), options);
            peers.add(new CamundaPeer(name, schema, numbers));
        });
        Map<CamundaPeer, Series> rates = new LinkedHashMap<>();
        for (int round = -1; round < size.rounds(); round++) {
            var order = new ArrayList<>(peers);
            Collections.rotate(order, round);
            for (CamundaPeer peer : order) {
                double rate = Load.perSecond(1, size.turn(), peer::approve);
                if (round >= 0) {
                    rates.computeIfAbsent(peer, key -> new Series()).add(rate);
                }
            }
        }
        peers.forEach(peer -> report.row(
                NAME,
                "approval, bare engine, 1 thread",
                peer.name(),
                "cases/s",
                rates.get(peer),
                rates.get(peer).dividedBy(rates.get(peers.getFirst()))));
        peers.forEach(CamundaPeer::close);
    }

    private Properties only(String... names) {
        var options = new Properties();
        options.put(NEEDED, server.shippedOptions().get(NEEDED));
        for (String name : names) {
            options.put(name, server.shippedOptions().get(name));
        }
        return options;
    }
}
