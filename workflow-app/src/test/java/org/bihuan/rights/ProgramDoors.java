package org.bihuan.rights;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The doors that the running program has, found in the program and not in any list. */
final class ProgramDoors {

    private static final Pattern VERB = Pattern.compile("@rights\\.may\\('([^']+)'");

    private ProgramDoors() {}

    /** Templates of all routes and their aliases. */
    static Set<String> routes(ApplicationContext program) {
        var context = new VaadinServletContext(((WebApplicationContext) program).getServletContext());
        var routes = new TreeSet<String>();
        for (RouteData route : ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes()) {
            routes.add(route.getTemplate());
            route.getRouteAliases().forEach(alias -> routes.add(alias.getTemplate()));
        }
        return routes;
    }

    /** Method and path of everything that a controller or the actuator answers. */
    static Set<String> endpoints(ApplicationContext program) {
        var endpoints = new TreeSet<String>();
        for (var mapping :
                program.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<String> methods = info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
                for (String pattern : info.getPatternValues()) {
                    (methods.isEmpty() ? Set.of("ANY") : methods)
                            .forEach(method -> endpoints.add(method + " " + pattern));
                }
            }
        }
        return endpoints;
    }

    /** Classes that take in or give out files by Vaadin's own handlers. */
    static Set<String> uploads() {
        return new ClassFileImporter()
                .importUrl(Rights.class.getProtectionDomain().getCodeSource().getLocation()).stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass())
                                .anyMatch(target -> target.getPackageName().equals("com.vaadin.flow.server.streams")
                                        || target.getName().equals("com.vaadin.flow.server.StreamResource")))
                        .map(type -> type.getName().replaceAll("\\$.*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Public methods of beans that carry a right, by name, with the verbs of their annotation. */
    static Map<String, ServiceDoor> services(ApplicationContext program) {
        var doors = new TreeMap<String, ServiceDoor>();
        for (String name : program.getBeanDefinitionNames()) {
            Class<?> type = program.getType(name, false);
            if (type == null || !type.getName().startsWith("org.bihuan.")) {
                continue;
            }
            Class<?> own = ClassUtils.getUserClass(type);
            for (Method method : own.getDeclaredMethods()) {
                PreAuthorize right = right(own, method);
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && right != null) {
                    doors.put(name(own, method), new ServiceDoor(name, method, verbs(right.value())));
                }
            }
        }
        return doors;
    }

    record ServiceDoor(String bean, Method method, List<Verb> verbs) {}

    private static PreAuthorize right(Class<?> type, Method method) {
        PreAuthorize right = AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class);
        return right == null ? AnnotatedElementUtils.findMergedAnnotation(type, PreAuthorize.class) : right;
    }

    private static String name(Class<?> type, Method method) {
        return type.getSimpleName() + "." + method.getName() + "("
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(" "))
                + ")";
    }

    /** Empty when the annotation asks anything but the policy. */
    private static List<Verb> verbs(String expression) {
        return VERB.matcher(expression)
                .results()
                .map((MatchResult match) -> Verb.of(match.group(1)))
                .toList();
    }
}
