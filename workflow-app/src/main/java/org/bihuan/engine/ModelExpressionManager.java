package org.bihuan.engine;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Expressions reach the process variables, plain values and the {@link ModelBeans}, and nothing else: an expression
 * that gets into the engine by a query (CVE-2026-109432) or by a model must not become code.
 */
class ModelExpressionManager extends SpringExpressionManager {

    ModelExpressionManager(Map<Object, Object> modelBeans) {
        super(null, modelBeans);
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver(beans));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new BeanELResolver(true) {
            @Override
            public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
                check(base, method);
                return super.invoke(context, base, method, types, arguments);
            }

            @Override
            public Object getValue(ELContext context, Object base, Object property) {
                check(base, property);
                return super.getValue(context, base, property);
            }
        });
        return resolver;
    }

    private static void check(@Nullable Object base, @Nullable Object member) {
        if (base == null) {
            return;
        }
        boolean plain = base instanceof VariableScope
                || base instanceof DelegateTask
                || base instanceof String
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Date
                || base instanceof Collection<?>
                || base instanceof Map<?, ?>
                || base instanceof ModelBean
                || base instanceof JavaDelegate;
        if (!plain || "class".equals(member) || "getClass".equals(member)) {
            throw new ProcessEngineException(
                    "Expressions may not reach " + base.getClass().getName() + "." + member);
        }
    }
}
