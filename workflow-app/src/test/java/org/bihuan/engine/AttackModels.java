package org.bihuan.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Processes by name, each with one payload at one place; they start, come to the element {@code inner} and end. */
final class AttackModels {

    static final Map<String, String> ALL = new LinkedHashMap<>();

    private static final String TOUCH = AttackExpressions.TOUCH;

    private static final String CODE = "org.bihuan.engine.Marker$Code";

    private static final String SCRIPT = "<camunda:script scriptFormat=\"marker\">touch</camunda:script>";

    private static final String TASK = "<bpmn:userTask id=\"inner\"/>";

    private AttackModels() {}

    static {
        for (String place :
                new String[] {"assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority"}) {
            inner("user task, " + place, "<bpmn:userTask id=\"inner\" camunda:" + place + "=\"" + TOUCH + "\"/>");
        }
        inner("user task, name", "<bpmn:userTask id=\"inner\" name=\"" + TOUCH + "\"/>");
        inner(
                "user task, the engine's other namespace",
                "<bpmn:userTask id=\"inner\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:assignee=\"" + TOUCH
                        + "\"/>");
        listener("taskListener", "create");
        listener("executionListener", "start");
        extension("input parameter", inputOutput("inputParameter", TOUCH));
        extension("input parameter, script", inputOutput("inputParameter", SCRIPT));
        extension(
                "input parameter, list", inputOutput("inputParameter", "<camunda:list>" + SCRIPT + "</camunda:list>"));
        extension("output parameter", inputOutput("outputParameter", TOUCH));
        extension(
                "form field, default",
                "<camunda:formData><camunda:formField id=\"a\" type=\"string\" defaultValue=\"" + TOUCH
                        + "\"/></camunda:formData>");
        extension(
                "form field, validator",
                "<camunda:formData><camunda:formField id=\"a\" type=\"string\"><camunda:validation><camunda:constraint"
                        + " name=\"validator\" config=\"" + CODE
                        + "\"/></camunda:validation></camunda:formField></camunda:formData>");
        service("expression", "camunda:expression=\"" + TOUCH + "\"", "");
        service("class", "camunda:class=\"" + CODE + "\"", "");
        service("hidden bean", "camunda:delegateExpression=\"${markerHidden}\"", "");
        service("expression as delegate", "camunda:delegateExpression=\"" + TOUCH + "\"", "");
        service("mail", "camunda:type=\"mail\"", field("to", "a@b.c") + field("text", TOUCH));
        service("shell", "camunda:type=\"shell\"", field("command", "touch") + field("arg1", "marker"));
        service("external", "camunda:type=\"external\" camunda:topic=\"" + TOUCH + "\"", "");
        service(
                "connector",
                "",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>");
        inner("send task, class", "<bpmn:sendTask id=\"inner\" camunda:class=\"" + CODE + "\"/>");
        script("inline", "", "<bpmn:script>touch</bpmn:script>");
        script("from the class path", "camunda:resource=\"classpath://application.yml\"", "");
        script("from the deployment", "camunda:resource=\"deployment://attack.bpmn\"", "");
        called("process", "calledElement=\"" + TOUCH + "\"", "");
        called(
                "mapping in",
                "calledElement=\"other\"",
                "<camunda:in sourceExpression=\"" + TOUCH + "\" target=\"a\"/>");
        called("mapping class", "calledElement=\"other\" camunda:variableMappingClass=\"" + CODE + "\"", "");
        many("collection", "camunda:collection=\"" + TOUCH + "\" camunda:elementVariable=\"a\"", "");
        many("number", "", "<bpmn:loopCardinality>" + TOUCH + "</bpmn:loopCardinality>");
        event(
                "timer, date",
                "<bpmn:timerEventDefinition><bpmn:timeDate>" + TOUCH + "</bpmn:timeDate></bpmn:timerEventDefinition>");
        event(
                "timer, duration",
                "<bpmn:timerEventDefinition><bpmn:timeDuration>" + TOUCH
                        + "</bpmn:timeDuration></bpmn:timerEventDefinition>");
        event(
                "condition",
                "<bpmn:conditionalEventDefinition><bpmn:condition>" + TOUCH
                        + "</bpmn:condition></bpmn:conditionalEventDefinition>");
        ALL.put("flow, condition", process(TASK.replace("userTask", "task"), condition("", TOUCH), ""));
        ALL.put(
                "flow, condition by script",
                process(TASK.replace("userTask", "task"), condition(" language=\"marker\"", "touch"), ""));
        ALL.put(
                "message, name",
                process(
                        caught("<bpmn:messageEventDefinition messageRef=\"m\"/>"),
                        "",
                        "<bpmn:message id=\"m\" name=\"" + TOUCH + "\"/>"));
        ALL.put(
                "signal, name",
                process(
                        caught("<bpmn:signalEventDefinition signalRef=\"s\"/>"),
                        "",
                        "<bpmn:signal id=\"s\" name=\"" + TOUCH + "\"/>"));
        ALL.put(
                "error, message",
                process(TASK, "", "<bpmn:error id=\"e\" errorCode=\"e\" camunda:errorMessage=\"" + TOUCH + "\"/>"));
        ALL.put(
                "process, who may start it",
                process(TASK, "", "")
                        .replace("isExecutable", "camunda:candidateStarterUsers=\"" + TOUCH + "\" isExecutable"));
        ALL.put(
                "process, job priority",
                process(TASK.replace("/>", " camunda:asyncBefore=\"true\"/>"), "", "")
                        .replace("isExecutable", "camunda:jobPriority=\"" + TOUCH + "\" isExecutable"));
    }

    private static void inner(String name, String element) {
        ALL.put(name, process(element, "", ""));
    }

    private static void listener(String kind, String event) {
        String start = "<camunda:" + kind + " event=\"" + event + "\"";
        extension(kind + ", expression", start + " expression=\"" + TOUCH + "\"/>");
        extension(kind + ", class", start + " class=\"" + CODE + "\"/>");
        extension(kind + ", hidden bean", start + " delegateExpression=\"${markerHidden}\"/>");
        extension(kind + ", script", start + ">" + SCRIPT + "</camunda:" + kind + ">");
    }

    private static void extension(String name, String extension) {
        inner(name, "<bpmn:userTask id=\"inner\">" + extensions(extension) + "</bpmn:userTask>");
    }

    private static void service(String name, String attributes, String extension) {
        inner(
                "service task, " + name,
                "<bpmn:serviceTask id=\"inner\" " + attributes + ">" + extensions(extension) + "</bpmn:serviceTask>");
    }

    private static void script(String name, String attributes, String script) {
        inner(
                "script task, " + name,
                "<bpmn:scriptTask id=\"inner\" scriptFormat=\"marker\" " + attributes + ">" + script
                        + "</bpmn:scriptTask>");
    }

    private static void called(String name, String attributes, String extension) {
        inner(
                "called process, " + name,
                "<bpmn:callActivity id=\"inner\" " + attributes + ">" + extensions(extension) + "</bpmn:callActivity>");
    }

    private static void many(String name, String attributes, String inside) {
        inner(
                "many instances, " + name,
                "<bpmn:userTask id=\"inner\"><bpmn:multiInstanceLoopCharacteristics " + attributes + ">" + inside
                        + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>");
    }

    private static void event(String name, String definition) {
        inner("event, " + name, caught(definition));
    }

    private static String caught(String definition) {
        return "<bpmn:intermediateCatchEvent id=\"inner\">" + definition + "</bpmn:intermediateCatchEvent>";
    }

    private static String condition(String attributes, String text) {
        return "<bpmn:conditionExpression xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:type=\"bpmn:tFormalExpression\"" + attributes + ">" + text + "</bpmn:conditionExpression>";
    }

    private static String inputOutput(String kind, String value) {
        return "<camunda:inputOutput><camunda:" + kind + " name=\"a\">" + value + "</camunda:" + kind
                + "></camunda:inputOutput>";
    }

    private static String field(String name, String value) {
        return "<camunda:field name=\"" + name + "\"><camunda:expression>" + value
                + "</camunda:expression></camunda:field>";
    }

    private static String extensions(String extension) {
        return extension.isEmpty() ? "" : "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements>";
    }

    /**
     * A process.
     *
     * @param inner the element in the middle
     * @param onFlow inside of the flow that leads on from it
     * @param beside after the process
     */
    static String process(String inner, String onFlow, String beside) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="https://bihuan.org">
              <bpmn:process id="attack" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="begun"/>
                <bpmn:sequenceFlow id="f1" sourceRef="begun" targetRef="inner"/>
                %s
                <bpmn:sequenceFlow id="f2" sourceRef="inner" targetRef="over">%s</bpmn:sequenceFlow>
                <bpmn:endEvent id="over"/>
              </bpmn:process>
              %s
            </bpmn:definitions>
            """.formatted(inner, onFlow, beside);
    }
}
