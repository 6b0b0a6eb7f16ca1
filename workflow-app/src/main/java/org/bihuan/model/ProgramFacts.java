package org.bihuan.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.engine.ModelVocabulary;
import org.bihuan.engine.Variable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * What models can rely on in this program, and what the program relies on in them.
 *
 * @param models by id of their process
 * @param forms keys
 * @param pages templates of the routes
 */
public record ProgramFacts(
        Map<String, ShippedModel> models, Set<String> forms, Set<String> pages, ModelVocabulary vocabulary) {

    private static final Pattern MODEL = Pattern.compile(".*/bpmn/([a-z]+)/[a-z]+(?:-[a-z]+)*\\.bpmn");

    private static final Pattern VARIABLES = Pattern.compile(".*/(org/bihuan/[a-z]+/process/\\w+Variables)\\.class");

    private static final String ROUTE = "com.vaadin.flow.router.Route";

    /** Reads them off the class path. */
    public static ProgramFacts read(ResourcePatternResolver classPath, Set<String> forms, ModelVocabulary vocabulary) {
        try {
            var models = new TreeMap<String, ShippedModel>();
            for (Resource file : classPath.getResources("classpath*:bpmn/**/*.bpmn")) {
                Matcher path = MODEL.matcher(file.getURL().toString());
                if (!path.matches()) {
                    throw new IllegalStateException(
                            file + " must lie in bpmn/<module>/<process>.bpmn, named with small letters and hyphens");
                }
                String module = path.group(1);
                var model = ShippedModel.of(module, file.getContentAsByteArray(), variables(classPath, module));
                models.put(model.processKey(), model);
            }
            return new ProgramFacts(models, Set.copyOf(forms), pages(classPath), vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException("The models on the class path cannot be read", e);
        }
    }

    private static Set<String> pages(ResourcePatternResolver classPath) throws IOException {
        MetadataReaderFactory reader = new CachingMetadataReaderFactory(classPath);
        var pages = new TreeSet<String>();
        for (Resource view : classPath.getResources("classpath*:org/bihuan/**/*View.class")) {
            Map<String, Object> route =
                    reader.getMetadataReader(view).getAnnotationMetadata().getAnnotationAttributes(ROUTE);
            if (route != null) {
                pages.add(String.valueOf(route.get("value")));
            }
        }
        return pages;
    }

    private static Set<String> variables(ResourcePatternResolver classPath, String module) throws IOException {
        var names = new TreeSet<String>();
        for (Resource type : classPath.getResources("classpath*:org/bihuan/" + module + "/process/*Variables.class")) {
            Matcher path = VARIABLES.matcher(type.getURL().toString());
            if (path.matches()) {
                names.addAll(variables(path.group(1).replace('/', '.')));
            }
        }
        return names;
    }

    private static Set<String> variables(String type) {
        var names = new TreeSet<String>();
        try {
            for (Field field : Class.forName(type).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Variable.class) {
                    field.setAccessible(true);
                    names.add(((Variable<?>) field.get(null)).name());
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The variables of " + type + " cannot be read", e);
        }
        return names;
    }
}
