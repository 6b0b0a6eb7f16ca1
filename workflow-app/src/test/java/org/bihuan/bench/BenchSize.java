package org.bihuan.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured: {@code -Dbihuan.bench.size=small} (the default, a few minutes) or {@code full}.
 *
 * @param rounds in which the peers take turns
 * @param turn how long one of them runs at a time
 * @param openTasks sizes of the inbox
 * @param communities sizes of a dispatch
 * @param patience after which a dispatch that is still not closed is given up
 */
record BenchSize(
        String name,
        int rounds,
        Duration turn,
        int raceRounds,
        List<Integer> openTasks,
        int readings,
        List<Dispatch> communities,
        Duration patience) {

    /** So many communities, so many rounds of it. */
    record Dispatch(int communities, int rounds) {}

    static BenchSize chosen() {
        return "full".equals(System.getProperty("bihuan.bench.size", "small"))
                ? new BenchSize(
                        "full",
                        5,
                        Duration.ofMillis(2500),
                        4,
                        List.of(1_000, 100_000, 500_000),
                        25,
                        List.of(new Dispatch(137, 3), new Dispatch(600, 2), new Dispatch(2_000, 1)),
                        Duration.ofSeconds(40))
                : new BenchSize(
                        "small",
                        3,
                        Duration.ofMillis(1500),
                        2,
                        List.of(1_000, 20_000),
                        15,
                        List.of(new Dispatch(50, 2), new Dispatch(137, 1)),
                        Duration.ofSeconds(20));
    }

    int mostOpenTasks() {
        return openTasks.getLast();
    }

    /** Whether the goals that name a size can be judged. */
    boolean full() {
        return name.equals("full");
    }
}
