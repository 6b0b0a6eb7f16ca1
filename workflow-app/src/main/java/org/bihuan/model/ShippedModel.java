package org.bihuan.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bihuan.engine.ModelXml;
import org.bihuan.engine.XmlElement;

/**
 * A model that the program brings along, and what its Java counts on: the constants that are generated from it.
 *
 * @param module the word that names the slice
 * @param name of the process, as people read it
 * @param tasks kinds of the tasks by their ids
 * @param messages names of the messages
 * @param errors codes of the errors
 * @param variables names of the routing facts that the module declares
 */
public record ShippedModel(
        String module,
        String processKey,
        String name,
        Map<String, String> tasks,
        Set<String> messages,
        Set<String> errors,
        Set<String> variables) {

    /** The same kinds that become Java constants before the program is compiled. */
    private static final Set<String> TASKS =
            Set.of("userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "callActivity");

    static ShippedModel of(String module, byte[] xml, Set<String> variables) {
        XmlElement root = ModelXml.read(xml);
        XmlElement process = root.children("process").findFirst().orElseThrow();
        var tasks = new TreeMap<String, String>();
        root.all()
                .filter(element -> element.namespace().equals(ModelXml.BPMN) && TASKS.contains(element.name()))
                .forEach(task -> tasks.put(task.attribute("id"), task.name()));
        return new ShippedModel(
                module,
                process.attribute("id"),
                process.attribute("name"),
                tasks,
                attributes(root, "message", "name"),
                attributes(root, "error", "errorCode"),
                variables);
    }

    private static Set<String> attributes(XmlElement root, String element, String attribute) {
        return root.children(element).map(one -> one.attribute(attribute)).collect(Collectors.toSet());
    }
}
