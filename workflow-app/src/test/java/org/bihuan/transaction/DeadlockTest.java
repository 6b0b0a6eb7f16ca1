package org.bihuan.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two real transactions that lock each other out. */
@IntegrationTest
class DeadlockTest {

    private static final String ROWS = "from case_number_counter where prefix like 'DEADLOCK%'";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void twoRows() {
        transaction.executeWithoutResult(status ->
                jdbc.update("insert into case_number_counter (prefix, year, last_number) values ('DEADLOCKA', 2000, 0),"
                        + " ('DEADLOCKB', 2000, 0)"));
    }

    @AfterEach
    void removeThem() {
        transaction.executeWithoutResult(status -> jdbc.update("delete " + ROWS));
    }

    @Test
    void endsInSuccessForBoth() throws Exception {
        double before = deadlocks();
        var target = new Crossing(jdbc);
        // As every service: Spring lays its transaction around it, and with it the retry.
        var crossing = (Crossing) beans.initializeBean(target, "crossing");

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> outcomes = threads.invokeAll(List.<Callable<String>>of(
                    () -> crossing.countUp("DEADLOCKA", "DEADLOCKB"),
                    () -> crossing.countUp("DEADLOCKB", "DEADLOCKA")));
            for (Future<String> outcome : outcomes) {
                assertThat(outcome.get()).isEqualTo("done");
            }
        }

        assertThat(jdbc.queryForList("select last_number " + ROWS, Integer.class))
                .containsExactly(2, 2);
        assertThat(target.tries).as("one of them tried twice").hasValue(3);
        assertThat(deadlocks()).isEqualTo(before + 1);
    }

    private double deadlocks() {
        return meters.counter("bihuan.transaction.retries", "reason", "deadlock")
                .count();
    }

    static class Crossing {

        private final JdbcTemplate jdbc;
        private final CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
        private final AtomicInteger tries = new AtomicInteger();

        Crossing(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional
        String countUp(String first, String second) throws Exception {
            boolean meets = tries.incrementAndGet() <= 2;
            countUp(first);
            if (meets) {
                bothHoldTheirFirst.await(20, TimeUnit.SECONDS);
            }
            countUp(second);
            return "done";
        }

        private void countUp(String prefix) {
            jdbc.update(
                    "update case_number_counter set last_number = last_number + 1 where prefix = ? and year = 2000",
                    prefix);
        }
    }
}
