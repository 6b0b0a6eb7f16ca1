package org.bihuan.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again until something holds, and fails with a sentence when it does not in time. */
final class Waiting {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Waiting() {}

    /** Returns how long it took. */
    static Duration until(String what, Duration atMost, Callable<Boolean> holds) {
        long began = System.nanoTime();
        while (true) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            try {
                if (holds.call()) {
                    return waited;
                }
            } catch (Exception e) {
                if (waited.compareTo(atMost) > 0) {
                    throw new AssertionError("Not in " + atMost + ": " + what, e);
                }
            }
            if (waited.compareTo(atMost) > 0) {
                throw new AssertionError("Not in " + atMost + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** Lets a fault last. */
    static void last(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
