package org.bihuan.inbox;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.calendar.Term;
import org.bihuan.engine.EngineInventory;
import org.bihuan.engine.EngineInventory.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The terms that models write: {@code ${deadline.after(execution, '2WH')}} or with a variable that holds the term. */
@Component
public class ModelTerms {

    private static final Pattern TERM = Pattern.compile("deadline\\.after\\(execution,\\s*(?:'([^']+)'|(\\w+))\\)");

    private final EngineInventory engine;

    ModelTerms(EngineInventory engine) {
        this.engine = engine;
    }

    /**
     * The term in the expression; empty when it has none.
     *
     * @param variable gives the text of a process variable, null when there is none
     */
    static Optional<Term> term(String expression, UnaryOperator<@Nullable String> variable) {
        Matcher term = TERM.matcher(expression);
        if (!term.find()) {
            return Optional.empty();
        }
        String text = term.group(1) != null ? term.group(1) : variable.apply(term.group(2));
        return Optional.ofNullable(text).map(Term::parse);
    }

    /** The term of an open task. */
    Optional<Term> ofTask(String taskId) {
        return engine.tasks(List.of(taskId)).stream().findFirst().flatMap(this::ofTask);
    }

    private Optional<Term> ofTask(OpenTask task) {
        return of(engine.dueDateExpression(task.definitionId(), task.taskKey()), task.instanceId());
    }

    /** The term in an expression of this process. */
    private Optional<Term> of(String expression, String instanceId) {
        return term(expression, name -> engine.texts(name, List.of(instanceId)).get(instanceId));
    }

    /** What an expression of this process reckons in: time by the clock when it names no term. */
    public Term.Unit unit(String expression, String instanceId) {
        return of(expression, instanceId).map(Term::unit).orElse(Term.Unit.HOURS);
    }
}
