package org.bihuan.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.engine.BadExpressionException;
import org.bihuan.engine.BadModelException;
import org.bihuan.engine.ModelExpression;
import org.bihuan.engine.ModelFinding;
import org.bihuan.engine.ModelGuard;
import org.bihuan.engine.ModelRule;
import org.bihuan.engine.ModelXml;
import org.bihuan.engine.XmlElement;

/** Says what a process model must be, whoever draws it: harmless, whole, readable, and such that the program can use it. */
public final class ModelLinter {

    private static final int MOST_NODES = 300;

    private static final Pattern ENGLISH_WORDS = Pattern.compile("[a-z]+([A-Z][a-z]+)*");

    static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    private static final Pattern TIME_TO_LIVE = Pattern.compile("P[1-9]\\d*D|[1-9]\\d*");

    private static final Set<String> WITH_OWN_KIND = Set.of("sequenceFlow", "process");

    private final ProgramFacts facts;
    private final XmlElement root;
    private final List<ModelFinding> findings = new ArrayList<>();

    private ModelLinter(XmlElement root, ProgramFacts facts) {
        this.root = root;
        this.facts = facts;
    }

    /** Everything that is wrong with the file, in the order of its lines; empty when it can be deployed. */
    public static List<ModelFinding> findings(byte[] file, ProgramFacts facts) {
        try {
            XmlElement root = ModelXml.read(file);
            var findings = new ArrayList<>(ModelGuard.findings(root, facts.vocabulary()));
            if (root.is(ModelXml.BPMN, "definitions")) {
                var linter = new ModelLinter(root, facts);
                linter.lint();
                findings.addAll(linter.findings);
            }
            return findings.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(ModelFinding::line))
                    .toList();
        } catch (BadModelException e) {
            return List.of(e.finding());
        }
    }

    /** Id of the one process in the file; empty when there is none or it cannot be read. */
    static String processKey(byte[] file) {
        try {
            return ModelXml.read(file)
                    .children("process")
                    .findFirst()
                    .map(process -> process.attribute("id"))
                    .orElse("");
        } catch (BadModelException e) {
            return "";
        }
    }

    private void lint() {
        ids();
        drawing();
        List<XmlElement> processes = root.children("process").toList();
        if (processes.size() != 1) {
            find(ModelRule.ONE_PROCESS, processes.isEmpty() ? root : processes.get(1), "");
            return;
        }
        XmlElement process = processes.getFirst();
        ofProcess(process);
        ShippedModel shipped = facts.models().get(process.attribute("id"));
        if (shipped == null) {
            find(ModelRule.UNKNOWN_PROCESS, process, process.attribute("id"));
            return;
        }
        contract(process, shipped);
        variables(shipped);
        Set<String> called = facts.models().keySet();
        var elements = new ElementRules(facts, called, this::find);
        process.all()
                .filter(element -> element.namespace().equals(ModelXml.BPMN))
                .forEach(elements::check);
    }

    private void ofProcess(XmlElement process) {
        if (!process.attribute("isExecutable").equals("true")) {
            find(ModelRule.NOT_EXECUTABLE, process, "");
        }
        String timeToLive = process.attribute(ModelXml.CAMUNDA, "historyTimeToLive");
        if (!TIME_TO_LIVE.matcher(timeToLive).matches()) {
            find(ModelRule.HISTORY_TIME_TO_LIVE, process, timeToLive);
        }
        long nodes = process.all().filter(ElementRules::isNode).count();
        if (nodes > MOST_NODES) {
            find(ModelRule.TOO_MANY_ELEMENTS, process, String.valueOf(MOST_NODES));
        }
        process.all()
                .filter(element -> ElementRules.isNode(element) || element.is(ModelXml.BPMN, "process"))
                .filter(element -> !CHINESE.matcher(element.attribute("name")).matches())
                .forEach(element -> find(ModelRule.NAME_NOT_CHINESE, element, element.attribute("name")));
    }

    private void ids() {
        var seen = new HashMap<String, Integer>();
        root.all().forEach(element -> {
            String id = element.attribute("id");
            if (!id.isEmpty() && seen.putIfAbsent(id, element.line()) != null) {
                find(ModelRule.ID_TWICE, element, id);
            }
            boolean named = ElementRules.isNode(element)
                    || element.namespace().equals(ModelXml.BPMN)
                            && (WITH_OWN_KIND.contains(element.name())
                                    || element.name().equals("message"));
            if (named && !ENGLISH_WORDS.matcher(id).matches()) {
                find(ModelRule.ID_NOT_ENGLISH, element, id);
            }
        });
        root.children("message")
                .filter(message ->
                        !ENGLISH_WORDS.matcher(message.attribute("name")).matches())
                .forEach(message -> find(ModelRule.MESSAGE_NOT_ENGLISH, message, message.attribute("name")));
    }

    private void drawing() {
        Set<String> drawn = root.all()
                .filter(element ->
                        element.is(ModelXml.BPMN_DIAGRAM, "BPMNShape") || element.is(ModelXml.BPMN_DIAGRAM, "BPMNEdge"))
                .map(element -> element.attribute("bpmnElement"))
                .collect(Collectors.toSet());
        root.all()
                .filter(element -> ElementRules.isNode(element) || element.is(ModelXml.BPMN, "sequenceFlow"))
                .filter(element -> !drawn.contains(element.attribute("id")))
                .forEach(element -> find(ModelRule.NOT_DRAWN, element, element.attribute("id")));
    }

    /** What the program calls by name must be there, or it would fail on the way. */
    private void contract(XmlElement process, ShippedModel shipped) {
        Map<String, String> kinds = process.all()
                .filter(ElementRules::isNode)
                .collect(Collectors.toMap(node -> node.attribute("id"), XmlElement::name, (one, other) -> one));
        shipped.tasks().forEach((id, kind) -> {
            if (!kinds.containsKey(id)) {
                find(ModelRule.MISSING_ELEMENT, process, id);
            } else if (!kinds.get(id).equals(kind)) {
                find(ModelRule.OTHER_KIND, process, id);
            }
        });
        Set<String> messages =
                root.children("message").map(one -> one.attribute("name")).collect(Collectors.toSet());
        Set<String> errors =
                root.children("error").map(one -> one.attribute("errorCode")).collect(Collectors.toSet());
        shipped.messages().stream()
                .filter(name -> !messages.contains(name))
                .forEach(name -> find(ModelRule.MISSING_ELEMENT, process, name));
        shipped.errors().stream()
                .filter(code -> !errors.contains(code))
                .forEach(code -> find(ModelRule.MISSING_ELEMENT, process, code));
    }

    private void variables(ShippedModel shipped) {
        root.all().forEach(element -> {
            unknownVariables(element, element.text(), shipped);
            element.attributes().forEach(attribute -> unknownVariables(element, attribute.value(), shipped));
        });
    }

    private void unknownVariables(XmlElement element, String text, ShippedModel shipped) {
        try {
            ModelExpression.read(text, facts.vocabulary()).variables().stream()
                    .filter(name -> !shipped.variables().contains(name))
                    .forEach(name -> find(ModelRule.UNKNOWN_VARIABLE, element, name));
        } catch (BadExpressionException e) {
            // The guard has said so.
            return;
        }
    }

    private void find(ModelRule rule, XmlElement element, String detail) {
        findings.add(new ModelFinding(rule, element.line(), element.nearestId(), detail));
    }
}
