package org.bihuan.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** People at work, each with one case after the other, at whatever node answers. */
final class Load implements AutoCloseable {

    /** People look at a page before they press the next button; without it they only race the starting node for time. */
    private static final Duration BETWEEN_ACTS = Duration.ofMillis(60);

    private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);

    private static final Duration TO_SETTLE = Duration.ofMinutes(2);

    private final List<Thread> people = new ArrayList<>();
    private final List<NodeProcess> nodes;
    private final History history;

    private volatile boolean ending;
    private volatile boolean abandoned;

    Load(List<NodeProcess> nodes, History history, int amount) {
        this.nodes = nodes;
        this.history = history;
        for (int i = 0; i < amount; i++) {
            int number = i;
            people.add(Thread.ofPlatform().name("person-" + i).start(() -> work(number)));
        }
    }

    private void work(int number) {
        var random = new Random();
        int node = number;
        while (!ending) {
            var life = new Life(random, history);
            while (!life.ended() && !abandoned && (!ending || life.isInDoubt())) {
                if (life.goOn(nodes.get(node % nodes.size()))) {
                    Waiting.last(BETWEEN_ACTS);
                } else {
                    node++;
                    Waiting.last(BEFORE_AGAIN);
                }
            }
        }
    }

    /** Lets everybody find out how the last act ended, then stops. */
    void settle() throws InterruptedException {
        ending = true;
        long giveUp = System.nanoTime() + TO_SETTLE.toNanos();
        for (Thread person : people) {
            person.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime())));
            if (person.isAlive()) {
                abandoned = true;
                throw new AssertionError("Some never learn how their act ended: " + person.getName());
            }
        }
    }

    @Override
    public void close() {
        ending = true;
        abandoned = true;
    }
}
