package org.bihuan.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/**
 * The only resolver of expressions: names of beans for models, {@code execution} as {@link RunningCase}, and process
 * variables with plain values; of members, the own public methods of {@link ModelBean}s. Outside a process, as in a
 * query, there is nothing to name.
 */
final class ModelNames extends ELResolver {

    private final Map<Object, Object> beans;

    ModelNames(Map<Object, Object> beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null) {
            throw refused(base, property);
        }
        String name = String.valueOf(property);
        if (!(context.getContext(VariableScope.class) instanceof VariableScope scope)) {
            throw new ProcessEngineException("Outside a process expressions may name nothing, not even " + name);
        }
        // Beans first: no variable can take the place of one.
        Object bean = beans.get(name);
        if (bean != null) {
            return resolved(context, bean);
        }
        if (name.equals(ModelExpression.EXECUTION)) {
            return resolved(context, runningCase(scope));
        }
        return scope.hasVariable(name) ? resolved(context, plain(name, scope.getVariable(name))) : null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        Object[] given = arguments == null ? new Object[0] : arguments;
        List<Method> found = base instanceof ModelBean
                ? ModelVocabulary.methods(AopUtils.getTargetClass(base), String.valueOf(method), given.length)
                : List.of();
        if (base == null || found.size() != 1) {
            throw refused(base, method);
        }
        try {
            return resolved(context, found.getFirst().invoke(base, given));
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new ELException(e);
        }
    }

    private static RunningCase runningCase(VariableScope scope) {
        DelegateExecution execution = switch (scope) {
            case DelegateExecution itself -> itself;
            case DelegateTask task -> task.getExecution();
            default -> throw new ProcessEngineException("There is no execution here");
        };
        return new RunningCase(String.valueOf(execution.getProcessBusinessKey()));
    }

    private static @Nullable Object plain(String name, @Nullable Object value) {
        boolean plain = value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date;
        if (!plain && value instanceof Collection<?> many) {
            many.forEach(one -> plain(name, one instanceof Collection<?> ? new Object() : one));
            plain = true;
        }
        if (!plain) {
            throw new ProcessEngineException("The variable " + name + " holds no plain value for expressions");
        }
        return value;
    }

    private static @Nullable Object resolved(ELContext context, @Nullable Object value) {
        context.setPropertyResolved(true);
        return value;
    }

    private static ProcessEngineException refused(@Nullable Object base, @Nullable Object member) {
        String type = base == null ? "nothing" : base.getClass().getName();
        return new ProcessEngineException("Expressions may not reach " + type + "." + member);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw new ProcessEngineException("Expressions may not set " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    /** Without {@code @Override}: version 6 of the expression language, which forks use, no longer asks. */
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
