package org.bihuan.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** What of the program a process model may name: delegates as they are, and the own public methods of model beans. */
public final class ModelVocabulary {

    private final Function<String, @Nullable Class<?>> types;

    /** The vocabulary of these beans; the function gives the class of a bean, null when there is none. */
    public ModelVocabulary(Function<String, @Nullable Class<?>> types) {
        this.types = types;
    }

    /** Whether a service task may be done by this bean. */
    public boolean isDelegate(String name) {
        Class<?> type = types.apply(name);
        return type != null && JavaDelegate.class.isAssignableFrom(type);
    }

    /** Whether expressions may call methods of this bean. */
    public boolean isBean(String name) {
        Class<?> type = types.apply(name);
        return type != null && ModelBean.class.isAssignableFrom(type);
    }

    /** Whether expressions may call this method of the bean with so many arguments. */
    public boolean hasMethod(String bean, String method, int arguments) {
        Class<?> type = types.apply(bean);
        return type != null && methods(type, method, arguments).size() == 1;
    }

    /** Public methods that the bean's own classes declare; what it inherits from elsewhere is nobody's business. */
    static List<Method> methods(Class<?> type, String name, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .filter(method -> ModelBean.class.isAssignableFrom(method.getDeclaringClass()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .toList();
    }
}
