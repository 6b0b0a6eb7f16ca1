import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes one Java file of constants for each process model, run by Maven before the compiler:
 * {@code bpmn/incident/incident-handling.bpmn} becomes {@code org.bihuan.incident.process.IncidentHandlingBpmn}.
 * Names that the models no longer hold disappear, so code that still uses them does not compile.
 */
public final class BpmnConstants {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "Tasks",
                List.of("userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "callActivity"));
        GROUPS.put(
                "Events",
                List.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"));
        GROUPS.put("Gateways", List.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway"));
    }

    private BpmnConstants() {}

    public static void main(String[] args) throws Exception {
        Path models = Path.of(args[0]);
        Path target = Path.of(args[1]);
        var written = new HashSet<Path>();
        try (var files = Files.walk(models)) {
            for (Path model :
                    files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList()) {
                written.add(write(model, models.relativize(model).getName(0).toString(), target));
            }
        }
        deleteOthers(target, written);
    }

    private static Path write(Path model, String module, Path target) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(model.toFile());

        String fileName = model.getFileName().toString().replace(".bpmn", "");
        String className = camel(fileName, true) + "Bpmn";
        String packageName = "org.bihuan." + module + ".process";
        var out = new StringBuilder();
        out.append("package ").append(packageName).append(";\n\n");
        out.append("/** Names of {@code bpmn/")
                .append(module)
                .append('/')
                .append(fileName)
                .append(".bpmn}; generated, do not edit. */\n");
        out.append("public final class ").append(className).append(" {\n\n");
        out.append("    /** Id of the process. */\n");
        Element process = elements(document, "process").getFirst();
        out.append("    public static final String KEY = \"")
                .append(process.getAttribute("id"))
                .append("\";\n\n");
        out.append("    private ").append(className).append("() {}\n");
        for (var group : GROUPS.entrySet()) {
            List<Element> members = new ArrayList<>();
            for (String tag : group.getValue()) {
                members.addAll(elements(document, tag));
            }
            constants(out, group.getKey(), members, "id");
        }
        constants(out, "Messages", elements(document, "message"), "name");
        constants(out, "Errors", elements(document, "error"), "errorCode");
        out.append("}\n");

        Path file = target.resolve(packageName.replace('.', '/')).resolve(className + ".java");
        Files.createDirectories(file.getParent());
        // An unchanged file keeps its time, or everything would be compiled again.
        if (!Files.exists(file) || !Files.readString(file).contentEquals(out)) {
            Files.writeString(file, out);
        }
        return file;
    }

    private static void constants(StringBuilder out, String group, List<Element> members, String attribute) {
        if (members.isEmpty()) {
            return;
        }
        out.append("\n    /** ").append(group).append(" of the model, named as people see them. */\n");
        out.append("    public static final class ").append(group).append(" {\n");
        out.append("        private ").append(group).append("() {}\n");
        for (Element member : members) {
            String value = member.getAttribute(attribute);
            out.append("\n        /** ").append(member.getAttribute("name")).append(". */\n");
            out.append("        public static final String ")
                    .append(constant(value))
                    .append(" = \"")
                    .append(value)
                    .append("\";\n");
        }
        out.append("    }\n");
    }

    private static List<Element> elements(Document document, String tag) {
        var nodes = document.getElementsByTagNameNS(BPMN, tag);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String constant(String camelCase) {
        return camelCase
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replace('-', '_')
                .toUpperCase();
    }

    private static String camel(String dashed, boolean upper) {
        var out = new StringBuilder();
        for (String part : dashed.split("-")) {
            out.append(out.isEmpty() && !upper ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return out.toString();
    }

    private static void deleteOthers(Path root, Set<Path> written) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!written.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
