package org.bihuan.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Expressions by name. Each would touch the {@link Marker} or show what it must not, were it to run. */
final class AttackExpressions {

    static final String TOUCH = "${marker.reach('payload')}";

    private AttackExpressions() {}

    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        String marker = "org.bihuan.engine.Marker";
        expression("hidden bean", TOUCH);
        expression("hidden bean, deferred", "#{marker.reach('payload')}");
        expression("hidden bean, by brackets", "${marker['reach']('payload')}");
        expression("hidden bean inside a condition", "${true and marker.reach('payload') != null}");
        expression("hidden bean after plain text", "a ${'b'} ${marker.reach('payload')}");
        expression("class by a text", "${''.getClass().forName('" + marker + "').newInstance().reach('payload')}");
        expression("class by a property", "${''.class.forName('" + marker + "').newInstance().reach('payload')}");
        expression("class by a number", "${(1).getClass().forName('" + marker + "').newInstance().reach('payload')}");
        expression(
                "class by brackets",
                "${''['getClass']()['forName']('" + marker + "')['newInstance']()['reach']('payload')}");
        expression(
                "script engine manager",
                "${''.getClass().forName('javax.script.ScriptEngineManager').newInstance().getEngineFactories()}");
        expression(
                "process",
                "${''.getClass().forName('java.lang.Runtime').getMethods()[0].invoke(null).exec('touch x')}");
        expression("system property", "${''.getClass().forName('java.lang.System').getMethods()}");
        expression("class loader", "${marker.getClass().getClassLoader().loadClass('" + marker + "')}");
        expression("bean of the program", "${dataSource.getConnection()}");
        expression("service of the program", "${staffAdministration.resetPassword(1)}");
        expression("engine bean", "${runtimeService.createProcessInstanceQuery().count()}");
        expression("engine by the execution", "${execution.processEngineServices.taskService}");
        expression("engine by the task", "${task.execution.processEngineServices}");
        expression("variable set", "${execution.setVariable('handled', true)}");
        expression("the execution itself", "${execution}");
        expression("a model bean itself", "${deadline}");
        expression("hidden method of a model bean", "${deadline.getClass()}");
        expression("own fields of a model bean", "${deadline.clock}");
        expression("unknown method of a model bean", "${deadline.after(execution, '4WH', 1)}");
        expression("on from a result", "${deadline.after(execution, '4WH').getClass().getClassLoader()}");
        expression("function of the engine", "${currentUser()}");
        expression("function of the engine with namespace", "${fn:now()}");
        expression("authenticated user", "${authenticatedUserId.toString().getClass()}");
        expression("method of a text", "${'a'.concat('b')}");
        expression("conditional", "${true ? marker.reach('payload') : 1}");
        expression("arithmetic", "${1 + marker.reach('payload')}");
        expression("unclosed", "${marker.reach('payload'");
        expression("escape", "\\${a} ${marker.reach('payload')}");
        expression("nested", "${'${marker.reach(1)}'.concat(marker.reach('payload'))}");
        expression("newlines between", "${\n marker\n .\n reach\n (\n 'payload'\n )\n}");
        expression("other letters", "${ｍarker.reach('payload')}");
        expression("very deep", "${" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "}");
    }

    private static void expression(String name, String expression) {
        ALL.put(name, expression);
    }
}
