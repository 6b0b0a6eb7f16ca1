package org.bihuan.transaction;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.bihuan.transaction.LostRace.Loss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does once more what lost a race: a deadlock, a lock waited for in vain, a row that somebody else changed. Every method
 * that Spring runs in a transaction that writes gets this by itself, if it is the outermost; see
 * {@link TransactionConfiguration}. What the program does not know, and what may have been kept, is never repeated.
 *
 * @see "docs/decisions/0010-one-transaction-one-effect.md"
 */
public class TxRetry {

    private static final Logger LOG = LoggerFactory.getLogger(TxRetry.class);

    private final Races races;
    private final Pause pause;
    private final ObjectProvider<MeterRegistry> meters;

    TxRetry(Races races, Pause pause, ObjectProvider<MeterRegistry> meters) {
        this.races = races;
        this.pause = pause;
        this.meters = meters;
    }

    /** Something that begins a transaction of its own and can be begun anew. */
    @FunctionalInterface
    interface Work {

        Object proceed() throws Throwable;
    }

    /**
     * For the few who begin their transaction by a {@code TransactionTemplate} instead of an annotation. Does nothing of
     * its own inside of a running transaction.
     *
     * @param what name of the method for the log, without data
     * @param work begins and ends its transaction; must not use up what the next try needs
     * @throws BusyException when every try was lost
     */
    public <T> T call(String what, Supplier<T> work) {
        try {
            @SuppressWarnings("unchecked")
            T result = (T) attempt(what, work::get);
            return result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    Object attempt(String what, Work work) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive() || Attempt.isRunning()) {
            return work.proceed();
        }
        for (int tries = 1; ; tries++) {
            Attempt attempt = Attempt.begin();
            try {
                return work.proceed();
            } catch (Exception e) {
                Loss loss = (attempt.leftNothing() ? races.find(e) : Optional.<Loss>empty()).orElseThrow(() -> e);
                if (tries >= loss.tries()) {
                    throw loss.isCertain() ? new BusyException(what + " lost " + tries + " races", e) : e;
                }
                LOG.info("Lost a race ({}) in {}, try {} follows", loss.reason(), what, tries + 1);
                meters.ifAvailable(registry -> registry.counter("bihuan.transaction.retries", "reason", loss.reason())
                        .increment());
                rest(e);
            } finally {
                attempt.end();
            }
        }
    }

    private void rest(Exception failure) throws Exception {
        try {
            pause.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
