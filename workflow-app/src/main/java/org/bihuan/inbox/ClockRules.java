package org.bihuan.inbox;

import java.util.Map;
import java.util.Optional;
import org.bihuan.calendar.Term;
import org.bihuan.engine.CaseClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When a task warns and whether its lateness is told upwards: the properties {@code warnAt} and {@code escalate} of its
 * element in the model, or what the program's settings say for all.
 */
@Component
class ClockRules {

    private static final String NEVER = "none";

    private final CaseClock clock;
    private final Rule usual;

    /**
     * @param warnAt share of the working time after which a deadline turns yellow, 0 to 1
     * @param escalate term after which the next superior hears of a task that is still late
     */
    ClockRules(
            CaseClock clock,
            @Value("${bihuan.inbox.warn-at:0.75}") double warnAt,
            @Value("${bihuan.inbox.escalate:1WD}") String escalate) {
        this.clock = clock;
        this.usual = new Rule(warnAt, term(escalate));
    }

    /**
     * What holds for a task.
     *
     * @param again term after which the next superior hears; empty when not even the first does
     */
    record Rule(double warnAt, Optional<Term> again) {}

    /** For what is only asked about a task. */
    Rule usual() {
        return usual;
    }

    Rule of(Map<String, String> properties) {
        String warnAt = properties.get("warnAt");
        String escalate = properties.get("escalate");
        return new Rule(
                warnAt == null ? usual.warnAt : Double.parseDouble(warnAt),
                escalate == null ? usual.again : term(escalate));
    }

    /** For an open task. */
    Rule of(String taskId) {
        return of(clock.properties(taskId));
    }

    private static Optional<Term> term(String text) {
        return text.equals(NEVER) ? Optional.empty() : Optional.of(Term.parse(text));
    }
}
