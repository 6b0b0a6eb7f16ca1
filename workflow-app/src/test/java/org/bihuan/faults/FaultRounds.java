package org.bihuan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Each fault under load, {@code -Dbihuan.faults.rounds=N} times. After each round the check program must find nothing,
 * and nobody may have seen an error outside of the fault.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultRounds {

    private static final int ROUNDS = Integer.getInteger("bihuan.faults.rounds", 1);

    private static final int PEOPLE = 6;

    /** How much slower than the reference the machine is, for machines that do other things as well. */
    private static final int PATIENCE = Integer.getInteger("bihuan.faults.patience", 1);

    /** I13: first good answer after the database is back, and after a node was started. */
    private static final Duration AFTER_DATABASE = Duration.ofSeconds(30);

    private static final Duration AFTER_START = Duration.ofSeconds(60);

    private static final Duration AFTER_POOL = Duration.ofSeconds(5);

    private static final History HISTORY = new History();

    private static final Report REPORT = new Report();

    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new Cluster(Path.of("target", "faults"), Path.of("target", "database-programs"));
        cluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        REPORT.finish();
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("F1 a node is killed")
    void nodeIsKilled() throws Exception {
        rounds("F1 node killed (kill -9)", AFTER_START, () -> {
            cluster.first.kill();
            Waiting.last(Duration.ofSeconds(1));
            cluster.first.begin();
            return cluster.first.awaitReady();
        });
    }

    @Test
    @Order(2)
    @DisplayName("F2 the database is killed")
    void databaseIsKilled() throws Exception {
        rounds("F2 database killed (kill -9)", AFTER_DATABASE, () -> {
            cluster.database.kill();
            Waiting.last(Duration.ofSeconds(1));
            cluster.database.start();
            return sinceNow();
        });
    }

    @Test
    @Order(3)
    @DisplayName("F3 the database is restarted")
    void databaseIsRestarted() throws Exception {
        rounds("F3 database restarted", AFTER_DATABASE, () -> {
            cluster.database.stop();
            cluster.database.start();
            return sinceNow();
        });
    }

    @Test
    @Order(5)
    @DisplayName("F5 two nodes race for the same tasks")
    void nodesRace() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            long acts = HISTORY.acts();
            var race = new Race(cluster, HISTORY);
            race.run(12);
            finish(
                    "F5 two nodes race",
                    began,
                    acts,
                    HISTORY.doubts.get(),
                    HISTORY.absorbed.get(),
                    Duration.ZERO,
                    race.violations());
        }
    }

    @Test
    @Order(6)
    @DisplayName("F6 the disk for photos is full")
    void diskIsFull() throws Exception {
        Assumptions.assumeTrue(cluster.disk.isSmall(), "F6 left out: no small file system can be mounted here");
        rounds("F6 disk for photos full", AFTER_DATABASE, () -> {
            var words = new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "grid", "1"));
            cluster.disk.fill();
            long full = System.nanoTime();
            String[] receipt = cluster.first.demand("report", words).split(" ");
            HISTORY.acknowledge(List.of("case " + receipt[1]));
            words.put("token", receipt[2]);
            words.put("key", UUID.randomUUID().toString());
            NodeProcess.Answer refused = cluster.first.ask("photo", words);
            Waiting.last(Duration.ofSeconds(4));
            assertThat(refused.text()).startsWith("RejectedPhotoException");
            assertThat(HISTORY.strangeBetween(full, System.nanoTime())).isEmpty();
            cluster.disk.free();
            Duration recovery = Waiting.until(
                    "photos are taken again",
                    AFTER_DATABASE,
                    () -> cluster.first.ask("photo", words).done());
            HISTORY.acknowledge(List.of("photo " + receipt[1]));
            return recovery;
        });
    }

    @Test
    @Order(7)
    @DisplayName("F7 the line to the database is slow, deaf or cut")
    void lineIsBad() throws Exception {
        for (int millis : new int[] {50, 500, 5_000}) {
            rounds("F7 database slower by " + millis + " ms", AFTER_DATABASE, () -> {
                cluster.line.slow(Duration.ofMillis(millis));
                Waiting.last(Duration.ofSeconds(millis > 1_000 ? 12 : 5));
                cluster.line.slow(Duration.ZERO);
                return sinceNow();
            });
        }
        rounds("F7 lines cut", AFTER_DATABASE, () -> {
            cluster.line.cut();
            return sinceNow();
        });
        rounds("F7 lines half open", AFTER_DATABASE, () -> {
            cluster.line.deafen();
            Waiting.last(Duration.ofSeconds(3));
            Duration recovery = Waiting.until(
                    "the first node works again",
                    Duration.ofMinutes(3),
                    () -> cluster.first.ask("ping", Map.of()).done());
            cluster.line.cut();
            return recovery;
        });
    }

    @Test
    @Order(9)
    @DisplayName("F9 a job outlives its lock, a node stands still")
    void jobsOutliveTheirLock() throws Exception {
        rounds("F9 jobs outlive their lock", AFTER_DATABASE, () -> {
            everyNode("jobsTake", "seconds", "6");
            try {
                cluster.first.demand("timersDue", Map.of());
                Waiting.last(Duration.ofSeconds(12));
            } finally {
                everyNode("jobsTake", "seconds", "0");
            }
            return sinceNow();
        });
        rounds("F9 a node stands still", AFTER_DATABASE, () -> {
            cluster.second.demand("timersDue", Map.of());
            cluster.first.pause();
            Waiting.last(Duration.ofSeconds(2L * Cluster.LOCK_SECONDS));
            cluster.first.goOn();
            return sinceNow();
        });
    }

    @Test
    @Order(10)
    @DisplayName("F10 all jobs fail for a while")
    void jobsFail() throws Exception {
        rounds("F10 all jobs fail for a while", AFTER_DATABASE, () -> {
            everyNode("jobsFail", "now", "true");
            try {
                cluster.first.demand("timersDue", Map.of());
                Waiting.until(
                        "jobs give up",
                        Duration.ofMinutes(2),
                        () -> !cluster.first.demand("jobs", Map.of()).endsWith(" 0"));
            } finally {
                everyNode("jobsFail", "now", "false");
            }
            long fixed = System.nanoTime();
            Waiting.until("all jobs are done", Duration.ofMinutes(2), () -> {
                // As somebody does it who has repaired the cause. Tried again is not yet done: none may be due, none
                // given up.
                cluster.first.demand("retryJobs", Map.of());
                return cluster.first.demand("jobs", Map.of()).matches("(?s)(.*\\s)?0 0");
            });
            return Duration.ofNanos(System.nanoTime() - fixed);
        });
    }

    @Test
    @Order(11)
    @DisplayName("F11 all connections are taken")
    void poolIsExhausted() throws Exception {
        rounds("F11 all connections taken", AFTER_POOL, () -> {
            cluster.first.demand("hold", Map.of());
            try {
                Waiting.last(Duration.ofSeconds(5));
            } finally {
                cluster.first.demand("letGo", Map.of());
            }
            return Waiting.until(
                    "the first node works again",
                    Duration.ofMinutes(1),
                    () -> cluster.first.ask("ping", Map.of()).done());
        });
    }

    private static void everyNode(String verb, String name, String value) {
        cluster.nodes().forEach(node -> node.demand(verb, Map.of(name, value)));
    }

    private static Duration sinceNow() {
        long restored = System.nanoTime();
        Waiting.until(
                "an act succeeds again", Duration.ofMinutes(3), () -> HISTORY.firstAfter(restored) != Long.MAX_VALUE);
        return Duration.ofNanos(HISTORY.firstAfter(restored) - restored);
    }

    private static void rounds(String fault, Duration allowed, Callable<Duration> injection) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            long acts = HISTORY.acts();
            long doubts = HISTORY.doubts.get();
            long absorbed = HISTORY.absorbed.get();
            Duration recovery;
            var violations = new ArrayList<String>();
            try (var load = new Load(cluster.nodes(), HISTORY, PEOPLE)) {
                long quiet = System.nanoTime();
                Waiting.last(Duration.ofSeconds(3));
                violations.addAll(HISTORY.strangeBetween(quiet, System.nanoTime()));
                recovery = injection.call();
                Waiting.last(Duration.ofSeconds(1));
                load.settle();
            }
            if (recovery.compareTo(allowed.multipliedBy(PATIENCE)) > 0) {
                violations.add("I13 recovery took " + recovery + " instead of at most " + allowed);
            }
            finish(fault, began, acts, doubts, absorbed, recovery, violations);
        }
    }

    private static void finish(
            String fault, long began, long acts, long doubts, long absorbed, Duration recovery, List<String> violations)
            throws Exception {
        CheckRun check = cluster.check(HISTORY);
        var all = new ArrayList<>(violations);
        all.addAll(check.broken());
        REPORT.add(new Round(
                fault,
                HISTORY.acts() - acts,
                HISTORY.doubts.get() - doubts,
                HISTORY.absorbed.get() - absorbed,
                recovery,
                Duration.ofNanos(System.nanoTime() - began),
                all));
        assertThat(all).as(fault).isEmpty();
    }
}
