package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds in a process model whatever could become code or lead out of the program. A list of what may be, and not of
 * what may not: an extension that nobody here has heard of is refused.
 */
public final class ModelGuard {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Set<String> DRAWING = Set.of(
            ModelXml.BPMN_DIAGRAM,
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0");

    private static final Set<String> ELEMENTS = Set.of("""
        definitions process collaboration participant laneSet lane flowNodeRef extensionElements documentation
        startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent task manualTask userTask
        serviceTask receiveTask businessRuleTask callActivity subProcess exclusiveGateway parallelGateway
        inclusiveGateway eventBasedGateway sequenceFlow conditionExpression incoming outgoing
        multiInstanceLoopCharacteristics loopCardinality completionCondition messageEventDefinition
        timerEventDefinition timeDate timeDuration timeCycle errorEventDefinition signalEventDefinition
        escalationEventDefinition terminateEventDefinition message error signal escalation textAnnotation text
        association group category categoryValue categoryValueRef\
        """.split("\\s+"));

    /** Attributes without namespace that the engine would take as code or as a way out. */
    private static final Set<String> CODE = Set.of("scriptFormat", "implementation", "operationRef", "language");

    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "historyTimeToLive",
            "versionTag",
            "formKey",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "delegateExpression",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "collection",
            "elementVariable",
            "decisionRef",
            "resultVariable",
            "mapDecisionResult",
            "errorCodeVariable",
            "errorMessage",
            "errorMessageVariable");

    /** Elements of the engine's own namespace, and their attributes. */
    private static final Map<String, Set<String>> CAMUNDA_ELEMENTS = Map.of(
            "properties", Set.of(),
            "property", Set.of("id", "name", "value"),
            "failedJobRetryTimeCycle", Set.of(),
            "in", Set.of("source", "target", "businessKey", "local"),
            "out", Set.of("source", "target", "local"));

    private final ModelVocabulary vocabulary;
    private final List<ModelFinding> findings = new ArrayList<>();

    private ModelGuard(ModelVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Everything that is refused in the model; empty when it is harmless. */
    public static List<ModelFinding> findings(XmlElement model, ModelVocabulary vocabulary) {
        var guard = new ModelGuard(vocabulary);
        if (model.is(ModelXml.BPMN, "definitions")) {
            model.all().forEach(guard::check);
        } else {
            guard.find(ModelRule.NOT_BPMN, model, model.name());
        }
        return List.copyOf(guard.findings);
    }

    private void check(XmlElement element) {
        if (element.namespace().equals(ModelXml.BPMN)) {
            if (!ELEMENTS.contains(element.name())) {
                find(ruleFor(element.name(), ModelRule.ELEMENT), element, element.name());
            }
        } else if (element.namespace().equals(ModelXml.CAMUNDA)) {
            if (!CAMUNDA_ELEMENTS.containsKey(element.name())) {
                find(ruleFor(element.name(), ModelRule.ELEMENT), element, "camunda:" + element.name());
            }
        } else if (!DRAWING.contains(element.namespace())) {
            find(ModelRule.ELEMENT, element, "{" + element.namespace() + "}" + element.name());
        }
        element.attributes().forEach(attribute -> check(element, attribute));
        expression(element, element.text(), "");
        if (element.is(ModelXml.BPMN, "serviceTask")
                && element.attribute(ModelXml.CAMUNDA, "delegateExpression").isEmpty()) {
            find(ModelRule.DELEGATE, element, "");
        }
        if (element.is(ModelXml.BPMN, "businessRuleTask")
                && element.attribute(ModelXml.CAMUNDA, "decisionRef").isEmpty()) {
            find(ModelRule.DELEGATE, element, "");
        }
    }

    private void check(XmlElement element, XmlElement.Attribute attribute) {
        String name = attribute.name();
        switch (attribute.namespace()) {
            case "" -> {
                Set<String> own = CAMUNDA_ELEMENTS.get(element.name());
                boolean camunda = element.namespace().equals(ModelXml.CAMUNDA);
                if (camunda && own != null && !own.contains(name)
                        || !camunda && CODE.contains(name) && !isPlainLanguage(attribute)) {
                    find(ModelRule.ATTRIBUTE, element, name);
                }
            }
            case ModelXml.CAMUNDA -> {
                if (!CAMUNDA_ATTRIBUTES.contains(name)) {
                    find(ruleFor(name, ModelRule.ATTRIBUTE), element, "camunda:" + name);
                }
            }
            case XSI -> {
                // A place of a schema would be fetched when the engine validates.
                if (!name.equals("type")) {
                    find(ModelRule.ATTRIBUTE, element, "xsi:" + name);
                }
            }
            default -> {
                if (!DRAWING.contains(attribute.namespace())) {
                    find(ModelRule.ATTRIBUTE, element, "{" + attribute.namespace() + "}" + name);
                }
            }
        }
        expression(element, attribute.value(), name);
    }

    /** A web service that a modeller writes by itself and the engine never calls. */
    private static boolean isPlainLanguage(XmlElement.Attribute attribute) {
        return attribute.name().equals("implementation") && attribute.value().equals("##unspecified");
    }

    private void expression(XmlElement element, String text, String attribute) {
        boolean delegate = attribute.equals("delegateExpression");
        if (!delegate && !ModelExpression.isIn(text)) {
            return;
        }
        try {
            ModelExpression expression = ModelExpression.read(text, vocabulary);
            if (expression.delegate().isPresent() != delegate) {
                find(ModelRule.DELEGATE, element, text);
            }
        } catch (BadExpressionException e) {
            String detail = e.detail().isEmpty() ? e.expression() : e.detail() + " · " + e.expression();
            find(ModelRule.valueOf("EXPRESSION_" + e.complaint()), element, detail);
        }
    }

    private static ModelRule ruleFor(String name, ModelRule otherwise) {
        return switch (name) {
            case "script", "scriptTask", "resource", "scriptFormat" -> ModelRule.SCRIPT;
            case "executionListener", "taskListener" -> ModelRule.LISTENER;
            case "connector", "connectorId" -> ModelRule.CONNECTOR;
            case "class", "type", "field", "expression", "formHandlerClass" -> ModelRule.JAVA_CLASS;
            default -> otherwise;
        };
    }

    private void find(ModelRule rule, XmlElement element, String detail) {
        findings.add(new ModelFinding(rule, element.line(), element.nearestId(), detail));
    }
}
