package org.bihuan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** People who work at the same time. */
final class Load {

    private Load() {}

    /** What one of them does. */
    interface Work {

        void run(int user) throws Exception;
    }

    /** Does the work over and over; returns how often a second. */
    static double perSecond(int users, Duration time, Work work) {
        var done = new AtomicInteger();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        together(users, user -> {
            while (System.nanoTime() < end) {
                work.run(user);
                done.incrementAndGet();
            }
        });
        return done.get() / seconds(began);
    }

    /** Each user does the work once, all starting at the same moment; returns the seconds until the last is done. */
    static double together(int users, Work work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            var start = new CyclicBarrier(users + 1);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                int user = i;
                Callable<Boolean> task = () -> {
                    start.await();
                    work.run(user);
                    return true;
                };
                all.add(threads.submit(task));
            }
            start.await();
            long began = System.nanoTime();
            for (Future<?> one : all) {
                one.get();
            }
            return seconds(began);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds since then, by the clock that never jumps. */
    static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
