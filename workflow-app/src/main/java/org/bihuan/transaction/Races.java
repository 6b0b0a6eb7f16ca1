package org.bihuan.transaction;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.transaction.LostRace.Loss;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells lost races from everything else. What it does not know is no lost race. */
class Races {

    private static final int DEADLOCK = 1213;

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** Chains may be circular. */
    private static final int DEEPEST = 40;

    private final Iterable<LostRace> others;

    /** Asks these besides what it knows of the database itself. */
    Races(Iterable<LostRace> others) {
        this.others = others;
    }

    /** The race that was lost; empty when trying again would be wrong or useless. */
    Optional<Loss> find(Throwable failure) {
        List<Throwable> chain = chain(failure);
        // Whether the commit arrived is not known any more, whatever else went wrong.
        if (chain.stream().anyMatch(Races::isConnectionLost)
                || chain.stream().anyMatch(BusyException.class::isInstance)) {
            return Optional.empty();
        }
        Loss probable = null;
        for (Throwable link : chain) {
            Optional<Loss> loss = one(link);
            if (loss.isPresent() && loss.get().isCertain()) {
                return loss;
            }
            probable = probable == null ? loss.orElse(null) : probable;
        }
        return Optional.ofNullable(probable).or(() -> conflict(chain));
    }

    private Optional<Loss> one(Throwable link) {
        if (link instanceof SQLException sql) {
            return switch (sql.getErrorCode()) {
                case DEADLOCK -> Optional.of(Loss.certain("deadlock"));
                case LOCK_WAIT_TIMEOUT -> Optional.of(Loss.certain("lock-timeout"));
                default -> Optional.empty();
            };
        }
        for (LostRace other : others) {
            Optional<Loss> loss = other.find(link);
            if (loss.isPresent()) {
                return loss;
            }
        }
        return Optional.empty();
    }

    /** Spring's own name for it, less exact than the codes of the database below it. */
    private static Optional<Loss> conflict(List<Throwable> chain) {
        return chain.stream()
                .filter(ConcurrencyFailureException.class::isInstance)
                .findFirst()
                .map(link -> Loss.certain("conflict"));
    }

    private static boolean isConnectionLost(Throwable link) {
        return link instanceof SQLRecoverableException
                || link instanceof SQLNonTransientConnectionException
                || link instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("08");
    }

    /** The failure and its causes; a batch hides the reason in the next exception. */
    static List<Throwable> chain(@Nullable Throwable failure) {
        var chain = new ArrayList<Throwable>();
        collect(failure, chain);
        return chain;
    }

    private static void collect(@Nullable Throwable failure, List<Throwable> chain) {
        for (Throwable link = failure; link != null && chain.size() < DEEPEST; link = link.getCause()) {
            chain.add(link);
            if (link instanceof SQLException sql && sql.getNextException() != null) {
                collect(sql.getNextException(), chain);
            }
        }
    }
}
