package org.bihuan.model;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bihuan.ProcessModels;
import org.bihuan.engine.ModelRule;
import org.junit.jupiter.params.provider.Arguments;

/** Bad models: each is the shipped one with one thing spoilt, or no model at all. */
final class BadModels {

    private static final String ROLES = "value=\"COMMUNITY_STAFF, DISPATCHER\"";

    static final String GOOD = shipped();

    private BadModels() {}

    static Stream<Arguments> files() {
        return Stream.of(
                file("nothing", new byte[0], ModelRule.NOT_XML),
                file("a text", "这不是模型".getBytes(UTF_8), ModelRule.NOT_XML),
                file("a zip", new byte[] {'P', 'K', 3, 4, 0, 0}, ModelRule.NOT_XML),
                file("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, ModelRule.NOT_UTF8),
                file("JSON", "{\"process\": 1}".getBytes(UTF_8), ModelRule.NOT_XML),
                file("cut in the middle", GOOD.substring(0, 5_000).getBytes(UTF_8), ModelRule.NOT_XML),
                file("two roots", (GOOD + "<a/>").getBytes(UTF_8), ModelRule.NOT_XML),
                file("zero characters", GOOD.replace("结案", "\0").getBytes(UTF_8), ModelRule.NOT_XML),
                file("half a character", cutCharacter(), ModelRule.NOT_UTF8),
                file("UTF-16", GOOD.getBytes(UTF_16), ModelRule.NOT_UTF8),
                file("UTF-16 without mark", GOOD.getBytes(Charset.forName("UTF-16LE")), ModelRule.NOT_UTF8),
                file("UTF-32", GOOD.getBytes(Charset.forName("UTF-32BE")), ModelRule.NOT_UTF8),
                file("GB 18030", GOOD.getBytes(Charset.forName("GB18030")), ModelRule.NOT_UTF8),
                file("says UTF-16", says("UTF-16"), ModelRule.NOT_UTF8),
                file("says UTF-7", says("UTF-7"), ModelRule.NOT_UTF8),
                file("says EBCDIC", says("Cp037"), ModelRule.NOT_UTF8),
                file("document type", typed("<!DOCTYPE a>"), ModelRule.DOCTYPE),
                file(
                        "document type from outside",
                        typed("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a'>"),
                        ModelRule.DOCTYPE),
                file(
                        "file as entity",
                        typed("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"),
                        ModelRule.DOCTYPE),
                file(
                        "parameter entity",
                        typed("<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/passwd'> %b;]>"),
                        ModelRule.DOCTYPE),
                file("entity bomb", typed("<!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;&b;'>]>"), ModelRule.DOCTYPE),
                file("unknown entity", GOOD.replace("结案", "&b;").getBytes(UTF_8), ModelRule.NOT_XML),
                file(
                        "processing instruction",
                        typed("<?xml-stylesheet href='a.xsl'?>"),
                        ModelRule.PROCESSING_INSTRUCTION),
                file("50 MB", new byte[50 * 1024 * 1024], ModelRule.TOO_LARGE),
                file("10,000 deep", deep(10_000), ModelRule.TOO_DEEP),
                file("30,000 elements", many(30_000), ModelRule.TOO_MANY_ELEMENTS),
                file("other root", "<html/>".getBytes(UTF_8), ModelRule.NOT_BPMN),
                file(
                        "other namespace",
                        GOOD.replace("/20100524/MODEL", "/1999/MODEL").getBytes(UTF_8),
                        ModelRule.NOT_BPMN),
                file(
                        "another engine",
                        GOOD.replace("camunda.org/schema/1.0", "activiti.org").getBytes(UTF_8),
                        ModelRule.ATTRIBUTE));
    }

    static Stream<Arguments> harmful() {
        String task = "<bpmn:userTask id=\"verifyIncident\"";
        String close = "camunda:delegateExpression=\"${closeIncident}\"";
        String extensions = "<bpmn:extensionElements>";
        return Stream.of(
                spoilt("script task", "bpmn:serviceTask", "bpmn:scriptTask", ModelRule.SCRIPT),
                spoilt(
                        "task listener",
                        extensions,
                        extensions + "<camunda:taskListener event=\"create\" class=\"a.B\"/>",
                        ModelRule.LISTENER),
                spoilt(
                        "execution listener",
                        extensions,
                        extensions + "<camunda:executionListener event=\"end\" expression=\"${handled}\"/>",
                        ModelRule.LISTENER),
                spoilt("connector", extensions, extensions + "<camunda:connector/>", ModelRule.CONNECTOR),
                spoilt("input parameter", extensions, extensions + "<camunda:inputOutput/>", ModelRule.ELEMENT),
                spoilt("form fields", extensions, extensions + "<camunda:formData/>", ModelRule.ELEMENT),
                spoilt(
                        "extension of somebody else",
                        extensions,
                        extensions + "<x:y xmlns:x=\"urn:x\"/>",
                        ModelRule.ELEMENT),
                spoilt("class", close, "camunda:class=\"java.lang.Runtime\"", ModelRule.JAVA_CLASS),
                spoilt("type", close, "camunda:type=\"shell\"", ModelRule.JAVA_CLASS),
                spoilt("expression", close, "camunda:expression=\"${closeIncident}\"", ModelRule.JAVA_CLASS),
                spoilt("unknown delegate", close, "camunda:delegateExpression=\"${openIncident}\"", ModelRule.DELEGATE),
                spoilt(
                        "bean that is no delegate",
                        close,
                        "camunda:delegateExpression=\"${deadline}\"",
                        ModelRule.EXPRESSION_MEMBER),
                spoilt("no delegate", close, "", ModelRule.DELEGATE),
                spoilt("web service", close, close + " implementation=\"http://a\"", ModelRule.ATTRIBUTE),
                spoilt(
                        "script in a condition",
                        "<bpmn:conditionExpression ",
                        "<bpmn:conditionExpression language=\"groovy\" ",
                        ModelRule.ATTRIBUTE),
                spoilt(
                        "place of a schema",
                        "<bpmn:definitions ",
                        "<bpmn:definitions xsi:schemaLocation=\"a http://127.0.0.1:1\" ",
                        ModelRule.ATTRIBUTE),
                spoilt(
                        "who may start it",
                        "isExecutable=",
                        "camunda:candidateStarterUsers=\"a\" isExecutable=",
                        ModelRule.ATTRIBUTE),
                spoilt("member of a text", "${handled}", "${handled.class}", ModelRule.EXPRESSION_MEMBER),
                spoilt(
                        "engine behind the execution",
                        "${handled}",
                        "${execution.processEngineServices}",
                        ModelRule.EXPRESSION_MEMBER),
                spoilt("function", "${handled}", "${currentUser()}", ModelRule.EXPRESSION_FUNCTION),
                spoilt(
                        "unknown method",
                        "deadline.after(execution, '1WD')",
                        "deadline.before(execution, '1WD')",
                        ModelRule.EXPRESSION_UNKNOWN_METHOD),
                spoilt("conditional", "${handled}", "${handled ? true : false}", ModelRule.EXPRESSION_SYNTAX),
                spoilt("unclosed", "${handled}", "${handled", ModelRule.EXPRESSION_SYNTAX),
                spoilt("expression in a name", "name=\"已处置?\"", "name=\"已处置 ${a.b()}?\"", ModelRule.EXPRESSION_MEMBER),
                spoilt(
                        "expression without end",
                        "${handled}",
                        "${" + "handled and ".repeat(200) + "handled}",
                        ModelRule.EXPRESSION_TOO_LONG),
                spoilt("task from elsewhere", task, task.replace("userTask", "sendTask"), ModelRule.NOT_XML));
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                spoilt("other process", "id=\"incidentHandling\"", "id=\"somethingElse\"", ModelRule.UNKNOWN_PROCESS),
                spoilt(
                        "two processes",
                        "</bpmn:process>",
                        "</bpmn:process><bpmn:process id=\"other\"/>",
                        ModelRule.ONE_PROCESS),
                spoilt("not executable", "isExecutable=\"true\"", "isExecutable=\"false\"", ModelRule.NOT_EXECUTABLE),
                spoilt("kept for ever", "P1095D", "", ModelRule.HISTORY_TIME_TO_LIVE),
                spoilt(
                        "id twice",
                        "<bpmn:endEvent id=\"incidentClosed\"",
                        "<bpmn:endEvent id=\"closeIncident\"",
                        ModelRule.ID_TWICE),
                spoilt("id of the Modeler", "id=\"toIncidentClosed\"", "id=\"Flow_0x1a\"", ModelRule.ID_NOT_ENGLISH),
                spoilt("Chinese id", "id=\"incidentClosed\"", "id=\"已结案\"", ModelRule.ID_NOT_ENGLISH),
                spoilt("name of a message", "name=\"incidentRated\"", "name=\"评价\"", ModelRule.MESSAGE_NOT_ENGLISH),
                spoilt(
                        "message missing",
                        "<bpmn:message id=\"incidentDismissedMessage\" name=\"incidentDismissed\" />",
                        "",
                        ModelRule.MISSING_ELEMENT),
                spoilt("English name", "name=\"社区核查\"", "name=\"verify\"", ModelRule.NAME_NOT_CHINESE),
                spoilt("not drawn", "bpmnElement=\"verifyIncident\"", "bpmnElement=\"nothing\"", ModelRule.NOT_DRAWN),
                spoilt("flow not drawn", "bpmnElement=\"handedUp\"", "bpmnElement=\"nothing\"", ModelRule.NOT_DRAWN),
                spoilt("task renamed", "\"verifyIncident\"", "\"checkIncident\"", ModelRule.MISSING_ELEMENT),
                spoilt(
                        "task of another kind",
                        "<bpmn:serviceTask id=\"closeIncident\"",
                        "<bpmn:manualTask id=\"closeIncident\"",
                        "</bpmn:serviceTask>",
                        "</bpmn:manualTask>",
                        ModelRule.OTHER_KIND),
                spoilt(
                        "flow to nowhere",
                        "targetRef=\"incidentClosed\"",
                        "targetRef=\"nowhere\"",
                        ModelRule.DANGLING_FLOW),
                spoilt("unknown variable", "${verified}", "${approved}", ModelRule.UNKNOWN_VARIABLE),
                spoilt(
                        "no documentation",
                        "<bpmn:documentation>居民评价后,或评价期满未评价时,事件自动结案。</bpmn:documentation>",
                        "",
                        ModelRule.DOCUMENTATION),
                spoilt(
                        "form of another task",
                        "incident/verify-incident",
                        "incident/handle-incident",
                        ModelRule.FORM_NOT_NAMED_LIKE_TASK),
                spoilt("unknown form", "incident/verify-incident", "other/verify-incident", ModelRule.UNKNOWN_FORM),
                spoilt("form without page", "incident/verify-incident", "incident/report-incident", ModelRule.NO_PAGE),
                spoilt(
                        "no due date",
                        " camunda:dueDate=\"${deadline.after(execution, '1WD')}\"",
                        "",
                        ModelRule.DUE_DATE),
                spoilt("fixed candidates", "\"${verifyingPost}\"", "\"everybody\"", ModelRule.CANDIDATES),
                spoilt(
                        "fixed person",
                        "camunda:candidateGroups=\"${verifyingPost}\"",
                        "camunda:assignee=\"7\"",
                        ModelRule.ASSIGNEE),
                spoilt("unknown role", ROLES, "value=\"KING\"", ModelRule.UNKNOWN_ROLE),
                spoilt("no role", ROLES, "value=\"\"", ModelRule.UNKNOWN_ROLE),
                spoilt("copy to unknown role", ROLES, ROLES + copyTo("KING"), ModelRule.UNKNOWN_COPY),
                spoilt("copy to unknown kind", ROLES, ROLES + copyTo("LEADER@MOON"), ModelRule.UNKNOWN_COPY),
                spoilt("copy to administrator", ROLES, ROLES + copyTo("AUDITOR"), ModelRule.UNKNOWN_COPY),
                spoilt(
                        "warns after the end",
                        "name=\"roles\" value=\"COMMUNITY_STAFF, DISPATCHER\"",
                        "name=\"roles\" value=\"COMMUNITY_STAFF, DISPATCHER\" /><camunda:property name=\"warnAt\" value=\"1.5\"",
                        ModelRule.WARN_AT),
                spoilt(
                        "escalates after a word",
                        "name=\"roles\" value=\"COMMUNITY_STAFF, DISPATCHER\"",
                        "name=\"roles\" value=\"COMMUNITY_STAFF, DISPATCHER\" /><camunda:property name=\"escalate\" value=\"soon\"",
                        ModelRule.ESCALATE),
                spoilt("gateway without question", "name=\"已处置?\"", "name=\"已处置\"", ModelRule.GATEWAY_NO_QUESTION),
                spoilt("gateway without default", " default=\"handedUp\"", "", ModelRule.GATEWAY_NO_DEFAULT),
                spoilt(
                        "flow without answer",
                        "id=\"handled\" name=\"是\"",
                        "id=\"handled\"",
                        ModelRule.GATEWAY_NO_ANSWER),
                spoilt(
                        "default with condition",
                        " default=\"handedUp\"",
                        " default=\"handled\"",
                        ModelRule.GATEWAY_CONDITION),
                spoilt(
                        "a million times",
                        "<bpmn:incoming>ratedToClose</bpmn:incoming>",
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
                        ModelRule.MANY_INSTANCES),
                spoilt(
                        "several instances of a user task",
                        "<bpmn:incoming>handled</bpmn:incoming>",
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
                        ModelRule.MULTI_INSTANCE),
                spoilt(
                        "signed by nobody knows how many",
                        "<camunda:property name=\"roles\" value=\"COMMUNITY_STAFF, DISPATCHER\" />",
                        "<camunda:property name=\"signing\" value=\"ratio:0\" />",
                        ModelRule.SIGNING),
                spoilt(
                        "calls another process",
                        "<bpmn:startEvent id=\"incidentReported\"",
                        "<bpmn:callActivity id=\"callOther\" calledElement=\"other\"/><bpmn:startEvent"
                                + " id=\"incidentReported\"",
                        ModelRule.UNKNOWN_CALL));
    }

    private static Arguments file(String name, byte[] file, ModelRule rule) {
        return Arguments.of(name, file, rule);
    }

    private static Arguments spoilt(String name, String good, String bad, ModelRule rule) {
        return Arguments.of(name, spoil(good, bad), rule);
    }

    private static Arguments spoilt(
            String name, String good, String bad, String alsoGood, String alsoBad, ModelRule rule) {
        return Arguments.of(name, spoil(good, bad).replace(alsoGood, alsoBad), rule);
    }

    private static String copyTo(String posts) {
        return "/><camunda:property name=\"copyTo\" value=\"" + posts + "\"";
    }

    static String spoil(String good, String bad) {
        assertThat(GOOD).contains(good);
        return GOOD.replace(good, bad);
    }

    private static byte[] cutCharacter() {
        byte[] bytes = GOOD.getBytes(UTF_8);
        int chinese = GOOD.substring(0, GOOD.indexOf('事')).getBytes(UTF_8).length;
        return Arrays.copyOf(bytes, chinese + 1);
    }

    private static byte[] says(String encoding) {
        return GOOD.replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"")
                .getBytes(UTF_8);
    }

    private static byte[] typed(String before) {
        return GOOD.replace("<bpmn:definitions", before + "<bpmn:definitions").getBytes(UTF_8);
    }

    private static byte[] deep(int depth) {
        return ("<a>".repeat(depth) + "</a>".repeat(depth)).getBytes(UTF_8);
    }

    private static byte[] many(int elements) {
        return ("<a>" + "<b/>".repeat(elements) + "</a>").getBytes(UTF_8);
    }

    private static String shipped() {
        try {
            return new String(
                    ProcessModels.all()
                            .filter(model -> model.fileName().equals("incident-handling"))
                            .findFirst()
                            .orElseThrow()
                            .bytes(),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
