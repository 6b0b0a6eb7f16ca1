package org.bihuan.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bihuan.engine.ModelXml;
import org.bihuan.engine.XmlElement;

/**
 * What a draft does to the process, without its drawing.
 *
 * @param added names or ids of elements
 * @param removed as above
 * @param changed as above
 */
public record ModelDifference(List<String> added, List<String> removed, List<String> changed) {

    /** Compares the version that runs with the draft. */
    static ModelDifference between(String runs, String draft) {
        Map<String, XmlElement> before = elements(runs);
        Map<String, XmlElement> after = elements(draft);
        return new ModelDifference(
                names(after, id -> !before.containsKey(id)),
                names(before, id -> !after.containsKey(id)),
                names(
                        after,
                        id -> before.containsKey(id)
                                && !signature(before.get(id)).equals(signature(after.get(id)))));
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Map<String, XmlElement> elements(String xml) {
        var elements = new TreeMap<String, XmlElement>();
        ModelXml.read(xml.getBytes(StandardCharsets.UTF_8))
                .all()
                .filter(element -> element.namespace().equals(ModelXml.BPMN))
                .filter(element -> !element.name().equals("definitions"))
                .filter(element -> !element.attribute("id").isEmpty())
                .forEach(element -> elements.put(element.attribute("id"), element));
        return elements;
    }

    private static List<String> names(Map<String, XmlElement> elements, Predicate<String> which) {
        return elements.entrySet().stream()
                .filter(element -> which.test(element.getKey()))
                .map(element -> {
                    String name = element.getValue().attribute("name");
                    return name.isEmpty() ? element.getKey() : name + " (" + element.getKey() + ")";
                })
                .toList();
    }

    /** Everything about it but those of its parts that have a life, and an id, of their own. */
    private static String signature(XmlElement element) {
        String attributes = element.attributes().stream()
                .map(XmlElement.Attribute::toString)
                .sorted()
                .collect(Collectors.joining());
        String children = element.children().stream()
                .filter(child -> !child.is(ModelXml.BPMN, "incoming") && !child.is(ModelXml.BPMN, "outgoing"))
                .filter(child ->
                        child.attribute("id").isEmpty() || !child.namespace().equals(ModelXml.BPMN))
                .map(ModelDifference::signature)
                .collect(Collectors.joining());
        return element.name() + attributes + element.text() + "(" + children + ")";
    }
}
