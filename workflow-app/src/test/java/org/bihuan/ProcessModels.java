package org.bihuan;

import com.vaadin.flow.router.Route;
import java.beans.Introspector;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.engine.ModelBean;
import org.bihuan.engine.Variable;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The process models on the class path, and what of the program they may name. */
final class ProcessModels {

    private static final Pattern PATH = Pattern.compile(".*/bpmn/([a-z]+)/([a-z]+(?:-[a-z]+)*)\\.bpmn");

    private ProcessModels() {}

    /**
     * One model.
     *
     * @param module its folder, and so the word that names the slice
     * @param fileName without the ending
     */
    record Model(String module, String fileName, String xml, BpmnModelInstance bpmn) {

        @Override
        public String toString() {
            return "bpmn/" + module + "/" + fileName + ".bpmn";
        }
    }

    static Stream<Model> all() throws IOException {
        List<Model> models = new ArrayList<>();
        for (Resource file : resources("bpmn/**/*.bpmn")) {
            Matcher path = PATH.matcher(file.getURL().toString());
            if (!path.matches()) {
                throw new IllegalStateException(
                        file + " must lie in bpmn/<module>/<process>.bpmn, named with small letters and hyphens");
            }
            String xml;
            try (InputStream in = file.getInputStream()) {
                xml = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
            try (InputStream in = file.getInputStream()) {
                models.add(new Model(path.group(1), path.group(2), xml, Bpmn.readModelFromStream(in)));
            }
        }
        return models.stream();
    }

    static Resource[] resources(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
    }

    static boolean formExists(String formKey) {
        return ProcessModels.class.getResource("/forms/" + formKey + ".form") != null;
    }

    /** Names of the variables that {@code org.bihuan.<module>.process.…Variables} declares. */
    static Set<String> variables(String module) throws ReflectiveOperationException {
        var names = new TreeSet<String>();
        String process = "org.bihuan." + module + ".process";
        for (Class<?> type : scan(process, new RegexPatternTypeFilter(Pattern.compile(".*Variables")))) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Variable.class) {
                    field.setAccessible(true);
                    names.add(((Variable<?>) field.get(null)).name());
                }
            }
        }
        return names;
    }

    /** The beans that expressions may name, by name. */
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

    /** Templates of all pages. */
    static Set<String> routes() {
        return scan("org.bihuan", new AnnotationTypeFilter(Route.class)).stream()
                .map(view -> view.getAnnotation(Route.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
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
                .toList();
    }
}
