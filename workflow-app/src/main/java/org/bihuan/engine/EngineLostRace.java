package org.bihuan.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.transaction.LostRace;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Component;

/**
 * The faces that a lost race has in the engine. When the other side finished first, the engine says that something is
 * missing; the next try begins with our own case row, which says it in a way that people understand.
 */
@Component
class EngineLostRace implements LostRace {

    private static final Pattern GONE = Pattern.compile(
            "Cannot find (task|execution) with id|Cannot restore state of process"
                    + " instance|nrOf(Completed|Active)?Instances",
            Pattern.CASE_INSENSITIVE);

    private static final String ENGINE = "org.camunda.bpm.engine.";

    @Override
    public Optional<Loss> find(Throwable failure) {
        if (failure instanceof OptimisticLockingException) {
            return Optional.of(Loss.certain("engine-version"));
        }
        if (failure instanceof ProcessEngineException
                && failure.getMessage() != null
                && GONE.matcher(failure.getMessage()).find()) {
            return Optional.of(Loss.probable("engine-gone"));
        }
        if (failure instanceof NullPointerException && thrownByTheEngine(failure)) {
            return Optional.of(Loss.probable("engine-null"));
        }
        return Optional.empty();
    }

    private static boolean thrownByTheEngine(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(ENGINE);
    }
}
