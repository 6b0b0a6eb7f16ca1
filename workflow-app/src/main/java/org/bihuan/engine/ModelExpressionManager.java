package org.bihuan.engine;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Expressions that get into the engine by a query (CVE-2026-109432), a model or a table must not become code. Three
 * locks, each enough by itself: only the small grammar of {@link ModelExpression} is read at all, names and members are
 * resolved by {@link ModelNames} alone, and there are no functions.
 *
 * @see "docs/decisions/0013-safe-engine.md"
 */
class ModelExpressionManager extends JuelExpressionManager {

    private final ModelVocabulary vocabulary;

    ModelExpressionManager(ModelVocabulary vocabulary, Map<Object, Object> modelBeans) {
        super(modelBeans);
        this.vocabulary = vocabulary;
    }

    @Override
    public Expression createExpression(String expression) {
        try {
            ModelExpression.read(expression, vocabulary);
        } catch (BadExpressionException e) {
            throw new ProcessEngineException(e.getMessage(), e);
        }
        return super.createExpression(expression);
    }

    @Override
    protected ELResolver createElResolver() {
        return new ModelNames(beans);
    }

    /** The engine adds some by itself, which tell who is signed in; models need none. */
    @Override
    public void addFunction(String name, Method function) {}

    /** Decision tables speak FEEL only. */
    @Override
    protected ElProvider createElProvider() {
        return expression -> {
            throw new ProcessEngineException("Decision tables may not hold expressions other than FEEL");
        };
    }
}
