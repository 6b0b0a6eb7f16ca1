package org.bihuan;

import java.beans.Introspector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.engine.ModelBean;
import org.bihuan.engine.ModelVocabulary;
import org.bihuan.model.ProgramFacts;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The process models on the class path, and what of the program they may name. */
public final class ProcessModels {

    private static final Pattern PATH = Pattern.compile(".*/bpmn/([a-z]+)/([a-z]+(?:-[a-z]+)*)\\.bpmn");

    private static final Pattern FORM = Pattern.compile(".*/forms/(.+)\\.form");

    private ProcessModels() {}

    /**
     * One model.
     *
     * @param module its folder, and so the word that names the slice
     * @param fileName without the ending
     */
    public record Model(String module, String fileName, byte[] bytes) {

        @Override
        public String toString() {
            return "bpmn/" + module + "/" + fileName + ".bpmn";
        }
    }

    /** All of them. */
    public static Stream<Model> all() throws IOException {
        List<Model> models = new ArrayList<>();
        for (Resource file : resources("bpmn/**/*.bpmn")) {
            Matcher path = PATH.matcher(file.getURL().toString());
            if (!path.matches()) {
                throw new IllegalStateException(
                        file + " must lie in bpmn/<module>/<process>.bpmn, named with small letters and hyphens");
            }
            models.add(new Model(path.group(1), path.group(2), file.getContentAsByteArray()));
        }
        return models.stream();
    }

    static Resource[] resources(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
    }

    /** What the rules compare models with, without starting the program. */
    public static ProgramFacts facts() throws IOException {
        List<String> forms = new ArrayList<>();
        for (Resource form : resources("forms/**/*.form")) {
            Matcher path = FORM.matcher(form.getURL().toString());
            if (path.matches()) {
                forms.add(path.group(1));
            }
        }
        return ProgramFacts.read(
                new PathMatchingResourcePatternResolver(), Set.copyOf(forms), new ModelVocabulary(beans()::get));
    }

    /** The beans that models may name, by name. */
    static Map<String, Class<?>> beans() {
        var beans = new HashMap<String, Class<?>>();
        Stream.of(ModelBean.class, JavaDelegate.class)
                .flatMap(type -> scan("org.bihuan", new AssignableTypeFilter(type)).stream())
                .forEach(type -> beans.put(beanName(type), type));
        return beans;
    }

    static Map<String, Class<?>> delegates() {
        return beans().entrySet().stream()
                .filter(bean -> JavaDelegate.class.isAssignableFrom(bean.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String beanName(Class<?> type) {
        Component component = type.getAnnotation(Component.class);
        return component == null || component.value().isEmpty()
                ? Introspector.decapitalize(type.getSimpleName())
                : component.value();
    }

    private static List<Class<?>> scan(String packageName, TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents(packageName).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(type -> type.isAnnotationPresent(Component.class))
                .toList();
    }
}
