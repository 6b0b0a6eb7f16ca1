package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in decision tables whatever is not plain FEEL. */
final class DecisionGuard {

    private static final Set<String> ELEMENTS = Set.of("""
        definitions decision decisionTable input inputExpression inputValues output outputValues rule inputEntry
        outputEntry text description variable informationRequirement requiredDecision requiredInput inputData
        literalExpression defaultOutputEntry annotationEntry\
        """.split("\\s+"));

    private static final Set<String> LANGUAGES = Set.of(
            "",
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "http://www.omg.org/spec/DMN/20180521/FEEL/");

    /** What could leave the table: {@code function(…) external {java: …}}. */
    private static final Pattern EXTERNAL = Pattern.compile("\\b(external|function)\\b");

    private DecisionGuard() {}

    static List<ModelFinding> findings(XmlElement table) {
        var findings = new ArrayList<ModelFinding>();
        if (!isDmn(table)) {
            findings.add(finding(ModelRule.NOT_BPMN, table, table.name()));
        }
        table.all().forEach(element -> check(element, findings));
        return findings;
    }

    private static void check(XmlElement element, List<ModelFinding> findings) {
        if (isDmn(element) && !ELEMENTS.contains(element.name())) {
            findings.add(finding(ModelRule.ELEMENT, element, element.name()));
        } else if (!isDmn(element) && !isDrawing(element)) {
            findings.add(finding(ModelRule.ELEMENT, element, "{" + element.namespace() + "}" + element.name()));
        }
        for (XmlElement.Attribute attribute : element.attributes()) {
            boolean language = attribute.name().equals("expressionLanguage");
            if (language && !LANGUAGES.contains(attribute.value())) {
                findings.add(finding(ModelRule.SCRIPT, element, attribute.value()));
            }
            if (attribute.name().contains("ocation") && !attribute.namespace().isEmpty()) {
                findings.add(finding(ModelRule.ATTRIBUTE, element, attribute.name()));
            }
        }
        String text = element.text();
        if (ModelExpression.isIn(text)) {
            findings.add(finding(ModelRule.EXPRESSION_SYNTAX, element, text));
        }
        if (element.name().equals("text") && EXTERNAL.matcher(text).find()) {
            findings.add(finding(ModelRule.EXPRESSION_FUNCTION, element, text));
        }
    }

    private static boolean isDmn(XmlElement element) {
        String namespace = element.namespace();
        return namespace.matches("https?://www\\.omg\\.org/spec/DMN/\\d{8}/(MODEL/|dmn\\.xsd)");
    }

    private static boolean isDrawing(XmlElement element) {
        String namespace = element.namespace();
        return namespace.matches("https?://www\\.omg\\.org/spec/DMN/\\d{8}/(DMNDI|DI|DC)/?")
                || namespace.equals("http://camunda.org/schema/1.0/dmn-biodi");
    }

    private static ModelFinding finding(ModelRule rule, XmlElement element, String detail) {
        return new ModelFinding(rule, element.line(), element.nearestId(), detail);
    }
}
