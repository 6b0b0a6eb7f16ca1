package org.bihuan.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses libraries that would make code of texts or open a second door to the engine, however they got here. */
final class LibraryCheck {

    /** A class of each, and the name that people know it by. */
    private static final Map<String, String> FORBIDDEN = Map.ofEntries(
            Map.entry("groovy.lang.GroovyShell", "Groovy"),
            Map.entry("org.graalvm.polyglot.Context", "GraalVM polyglot"),
            Map.entry("org.mozilla.javascript.Context", "Rhino"),
            Map.entry("org.openjdk.nashorn.api.scripting.NashornScriptEngine", "Nashorn"),
            Map.entry("org.python.util.PythonInterpreter", "Jython"),
            Map.entry("org.jruby.Ruby", "JRuby"),
            Map.entry("org.mvel2.MVEL", "MVEL"),
            Map.entry("bsh.Interpreter", "BeanShell"),
            Map.entry("org.apache.commons.jexl3.JexlEngine", "JEXL"),
            Map.entry("org.apache.velocity.app.Velocity", "Velocity"),
            Map.entry("freemarker.template.Template", "FreeMarker"),
            Map.entry("org.camunda.bpm.engine.rest.impl.CamundaRestResources", "camunda-engine-rest"),
            Map.entry("org.camunda.bpm.admin.Admin", "camunda-webapp"),
            Map.entry("org.camunda.bpm.cockpit.Cockpit", "camunda-webapp"),
            Map.entry(
                    "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
                    "camunda-bpm-spring-boot-starter"),
            Map.entry("org.camunda.spin.plugin.impl.SpinProcessEnginePlugin", "camunda-engine-plugin-spin"),
            Map.entry("org.camunda.connect.plugin.impl.ConnectProcessEnginePlugin", "camunda-engine-plugin-connect"),
            Map.entry("org.apache.logging.log4j.core.Logger", "log4j-core"));

    private static final String SCRIPT_ENGINES = "META-INF/services/javax.script.ScriptEngineFactory";

    /** They come inside of the engine, which is not given them. */
    private static final Set<String> KNOWN_ENGINES = Set.of(
            "org.camunda.feel.impl.script.FeelScriptEngineFactory",
            "org.camunda.feel.impl.script.FeelUnaryTestsScriptEngineFactory",
            "org.camunda.bpm.engine.impl.scripting.engine.JuelScriptEngineFactory");

    private LibraryCheck() {}

    static void check(ClassLoader libraries) {
        FORBIDDEN.forEach((type, name) -> {
            URL found = libraries.getResource(type.replace('.', '/') + ".class");
            if (found != null) {
                throw refused(name, found);
            }
        });
        try {
            for (URL services : Collections.list(libraries.getResources(SCRIPT_ENGINES))) {
                for (String engine : lines(services)) {
                    if (!KNOWN_ENGINES.contains(engine)) {
                        throw refused(engine, services);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The libraries cannot be looked through", e);
        }
    }

    private static List<String> lines(URL services) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(services.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static StartupRefusedException refused(String name, URL place) {
        return new StartupRefusedException(
                "类路径上有不允许的程序库 " + name + "(" + place + "):请移除它,流程模型和模板不得变成代码。",
                "There is a forbidden library on the class path, " + name + " (" + place
                        + "): remove it, models and templates must not become code.");
    }
}
