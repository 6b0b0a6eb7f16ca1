package org.bihuan.engine;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The delegates and {@link ModelBean}s by name, looked up when an expression asks: the engine is a bean itself, and
 * asking earlier would close the circle engine → delegate → service → engine.
 */
class ModelBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && beans.containsBean(text) && allowed(beans.getType(text));
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return java.util.stream.Stream.of(beans.getBeanDefinitionNames())
                .filter(this::containsKey)
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
                .collect(Collectors.toSet());
    }

    private static boolean allowed(@Nullable Class<?> type) {
        return type != null && (ModelBean.class.isAssignableFrom(type) || JavaDelegate.class.isAssignableFrom(type));
    }
}
