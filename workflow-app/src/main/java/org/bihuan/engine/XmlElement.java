package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a model, with the line on which it begins. */
public final class XmlElement {

    private final String namespace;
    private final String name;
    private final int line;
    private final @Nullable XmlElement parent;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String namespace, String name, int line, @Nullable XmlElement parent) {
        this.namespace = namespace;
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    /** An attribute; the namespace is empty when it has none. */
    public record Attribute(String namespace, String name, String value) {}

    void add(Attribute attribute) {
        attributes.add(attribute);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(char[] characters, int from, int length) {
        text.append(characters, from, length);
    }

    public String namespace() {
        return namespace;
    }

    /** Without prefix. */
    public String name() {
        return name;
    }

    public int line() {
        return line;
    }

    public List<Attribute> attributes() {
        return List.copyOf(attributes);
    }

    public List<XmlElement> children() {
        return List.copyOf(children);
    }

    /** Children of this name in the namespace of BPMN. */
    public Stream<XmlElement> children(String bpmnName) {
        return children.stream().filter(child -> child.is(ModelXml.BPMN, bpmnName));
    }

    /** The element itself, and everything inside of it. */
    public Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** Its own text, without that of its children. */
    public String text() {
        return text.toString().strip();
    }

    /** Value of the attribute without namespace; empty when it is missing. */
    public String attribute(String attribute) {
        return attribute("", attribute);
    }

    /** Value of the attribute; empty when it is missing. */
    public String attribute(String attributeNamespace, String attribute) {
        return attributes.stream()
                .filter(one ->
                        one.namespace().equals(attributeNamespace) && one.name().equals(attribute))
                .map(Attribute::value)
                .findFirst()
                .orElse("");
    }

    public boolean is(String elementNamespace, String elementName) {
        return namespace.equals(elementNamespace) && name.equals(elementName);
    }

    /** Its id, or that of the nearest element around it that has one. */
    public String nearestId() {
        for (XmlElement one = this; one != null; one = one.parent) {
            if (!one.attribute("id").isEmpty()) {
                return one.attribute("id");
            }
        }
        return "";
    }
}
