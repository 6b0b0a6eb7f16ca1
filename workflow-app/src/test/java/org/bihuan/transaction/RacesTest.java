package org.bihuan.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.transaction.LostRace.Loss;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class RacesTest {

    private final Races races = new Races(List.of(failure ->
            failure instanceof UnsupportedOperationException ? Optional.of(Loss.probable("gone")) : Optional.empty()));

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void tellsLostRacesFromEverythingElse(String what, Throwable failure, @Nullable String reason, int tries) {
        Optional<Loss> loss = races.find(failure);

        assertThat(loss.map(Loss::reason)).isEqualTo(Optional.ofNullable(reason));
        assertThat(loss.map(Loss::tries).orElse(1)).isEqualTo(tries);
    }

    static Stream<Arguments> failures() {
        var deadlock = new SQLException("Deadlock found when trying to get lock", "40001", 1213);
        var timeout = new SQLException("Lock wait timeout exceeded", "HY000", 1205);
        var cut = new SQLException("Communications link failure", "08S01");
        var batch = new BatchUpdateException("Batch entry 3", "HY000", 0, new int[0]);
        batch.setNextException(deadlock);
        return Stream.of(
                arguments("deadlock", deadlock, "deadlock", 5),
                arguments("deadlock, named by Spring", new CannotAcquireLockException("", deadlock), "deadlock", 5),
                arguments("deadlock in the engine's wrapping", wrapped(deadlock), "deadlock", 5),
                arguments("deadlock inside a batch", wrapped(batch), "deadlock", 5),
                arguments("lock timeout", new PessimisticLockingFailureException("", timeout), "lock-timeout", 5),
                arguments("lock timeout in the engine's wrapping", wrapped(timeout), "lock-timeout", 5),
                arguments("version lost", new OptimisticLockingFailureException(""), "conflict", 5),
                arguments("what a technology knows", wrapped(new UnsupportedOperationException()), "gone", 2),
                arguments(
                        "certain before probable", new UnsupportedOperationException(wrapped(deadlock)), "deadlock", 5),
                arguments("stale page", new StaleCaseException("SBQ-2026-000001"), null, 1),
                arguments("the same row twice", new DuplicateKeyException("", state("23000", 1062)), null, 1),
                arguments("connection cut", new DataAccessResourceFailureException("", cut), null, 1),
                arguments("connection cut after a deadlock", new CannotAcquireLockException("", both(cut)), null, 1),
                arguments(
                        "server gone",
                        wrapped(new SQLNonTransientConnectionException("No operations allowed")),
                        null,
                        1),
                arguments("no connection to be had", exhausted(), null, 1),
                arguments("lost often enough", new BusyException("", deadlock), null, 1),
                arguments("a bug", new IllegalStateException("bug"), null, 1));
    }

    @Test
    void endsOnAChainThatLeadsBackToItself() {
        var one = new RuntimeException("one");
        var two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(races.find(one)).isEmpty();
    }

    @Test
    void busyIsNoConnectionInTimeAndEveryTryLost() {
        assertThat(BusyException.isCauseOf(exhausted())).isTrue();
        assertThat(BusyException.isCauseOf(new RuntimeException(new BusyException("", new RuntimeException()))))
                .isTrue();
        assertThat(BusyException.isCauseOf(new SQLException("Deadlock", "40001", 1213)))
                .isFalse();
        assertThat(BusyException.isCauseOf(new OptimisticLockingFailureException("")))
                .isFalse();
    }

    private static RuntimeException exhausted() {
        return new CannotCreateTransactionException(
                "", new SQLTransientConnectionException("people - Connection is not available"));
    }

    private static SQLException both(SQLException cut) {
        var deadlock = new SQLException("Deadlock", "40001", 1213);
        deadlock.setNextException(cut);
        return deadlock;
    }

    private static SQLException state(String state, int code) {
        return new SQLException("", state, code);
    }

    /** As the engine does: an exception of its own around that of MyBatis around that of the driver. */
    private static RuntimeException wrapped(Throwable cause) {
        return new RuntimeException("engine", new RuntimeException("mybatis", cause));
    }
}
