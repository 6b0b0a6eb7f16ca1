package org.bihuan.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.engine.ModelRule;
import org.bihuan.engine.ModelXml;
import org.bihuan.engine.XmlElement;
import org.bihuan.org.Duty;
import org.bihuan.org.Role;
import org.bihuan.org.RoleAbove;
import org.bihuan.task.SigningRule;

/** What each kind of element must have. */
final class ElementRules {

    private static final int MOST_INSTANCES = 500;

    private static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");

    private static final Set<String> ACTIVITIES = Set.of("callActivity", "subProcess", "task");

    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

    private static final Pattern SHARE = Pattern.compile("0|1|0?\\.\\d{1,3}");

    /** Nobody above hears of lateness, or after which term the next one does. */
    private static final Pattern ESCALATE = Pattern.compile("none|[1-9]\\d{0,3}W[DH]");

    private final ProgramFacts facts;
    private final Set<String> callable;
    private final Finder finder;

    ElementRules(ProgramFacts facts, Set<String> callable, Finder finder) {
        this.facts = facts;
        this.callable = callable;
        this.finder = finder;
    }

    /** Takes what was found. */
    interface Finder {
        void find(ModelRule rule, XmlElement element, String detail);
    }

    /** Whether people see the element as a step, event or gateway. */
    static boolean isNode(XmlElement element) {
        String name = element.name();
        return element.namespace().equals(ModelXml.BPMN)
                && (EVENTS.contains(name)
                        || ACTIVITIES.contains(name)
                        || name.endsWith("Task")
                        || name.endsWith("Gateway"));
    }

    void check(XmlElement element) {
        String name = element.name();
        if (isNode(element) && (name.endsWith("Task") || name.equals("task"))) {
            documentation(element);
        }
        switch (name) {
            case "userTask" -> userTask(element);
            case "serviceTask" -> serviceTask(element);
            case "callActivity" ->
                require(
                        callable.contains(element.attribute("calledElement")),
                        ModelRule.UNKNOWN_CALL,
                        element,
                        element.attribute("calledElement"));
            case "businessRuleTask" -> finder.find(ModelRule.UNKNOWN_CALL, element, "");
            case "loopCardinality" -> loop(element);
            case "process", "subProcess" -> flows(element);
            default -> {}
        }
    }

    private void documentation(XmlElement task) {
        List<XmlElement> texts = task.children("documentation").toList();
        boolean told = texts.size() == 1
                && ModelLinter.CHINESE.matcher(texts.getFirst().text()).matches();
        require(told, ModelRule.DOCUMENTATION, task, "");
    }

    private void userTask(XmlElement task) {
        String form = task.attribute(ModelXml.CAMUNDA, "formKey");
        String id = task.attribute("id");
        require(form.endsWith("/" + hyphens(id)), ModelRule.FORM_NOT_NAMED_LIKE_TASK, task, form);
        require(facts.forms().contains(form), ModelRule.UNKNOWN_FORM, task, form);
        require(facts.pages().contains(form + "/:caseNumber"), ModelRule.NO_PAGE, task, form);
        require(isExpression(task, "dueDate"), ModelRule.DUE_DATE, task, "");
        require(isExpression(task, "candidateGroups"), ModelRule.CANDIDATES, task, "");
        boolean nobody = task.attribute(ModelXml.CAMUNDA, "assignee").isEmpty()
                && task.attribute(ModelXml.CAMUNDA, "candidateUsers").isEmpty();
        require(nobody, ModelRule.ASSIGNEE, task, "");
        List<String> roles = property(task, "roles")
                .flatMap(value -> Arrays.stream(value.split("\\s*,\\s*")))
                .filter(role -> !role.isEmpty())
                .toList();
        require(!roles.isEmpty(), ModelRule.UNKNOWN_ROLE, task, "");
        roles.forEach(role -> require(ROLES.contains(role), ModelRule.UNKNOWN_ROLE, task, role));
        property(task, "copyTo").forEach(value -> require(namesPosts(value), ModelRule.UNKNOWN_COPY, task, value));
        property(task, "warnAt")
                .forEach(value -> require(SHARE.matcher(value).matches(), ModelRule.WARN_AT, task, value));
        property(task, "escalate")
                .forEach(value -> require(ESCALATE.matcher(value).matches(), ModelRule.ESCALATE, task, value));
        require(
                task.children("multiInstanceLoopCharacteristics").findAny().isEmpty(),
                ModelRule.MULTI_INSTANCE,
                task,
                "");
        property(task, SigningRule.PROPERTY)
                .forEach(words -> require(SigningRule.parse(words).isPresent(), ModelRule.SIGNING, task, words));
    }

    private static boolean namesPosts(String copyTo) {
        try {
            List<RoleAbove> posts = RoleAbove.parse(copyTo);
            return !posts.isEmpty()
                    && posts.stream().allMatch(post -> post.role().duty() == Duty.WORK);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isExpression(XmlElement task, String attribute) {
        String value = task.attribute(ModelXml.CAMUNDA, attribute);
        return value.startsWith("${") && value.endsWith("}");
    }

    private static Stream<String> property(XmlElement task, String name) {
        return task.all()
                .filter(element -> element.is(ModelXml.CAMUNDA, "property")
                        && element.attribute("name").equals(name))
                .map(property -> property.attribute("value"));
    }

    private void serviceTask(XmlElement task) {
        String id = task.attribute("id");
        String expression = task.attribute(ModelXml.CAMUNDA, "delegateExpression");
        require(expression.equals("${" + id + "}"), ModelRule.DELEGATE_NOT_NAMED_LIKE_TASK, task, expression);
    }

    private void loop(XmlElement cardinality) {
        String number = cardinality.text();
        boolean small = number.matches("[1-9]\\d{0,3}") && Integer.parseInt(number) <= MOST_INSTANCES;
        require(small, ModelRule.MANY_INSTANCES, cardinality, String.valueOf(MOST_INSTANCES));
    }

    private void flows(XmlElement container) {
        List<XmlElement> flows = container.children("sequenceFlow").toList();
        Set<String> nodes = container.children().stream()
                .filter(ElementRules::isNode)
                .map(node -> node.attribute("id"))
                .collect(Collectors.toSet());
        for (XmlElement flow : flows) {
            require(
                    nodes.contains(flow.attribute("sourceRef")) && nodes.contains(flow.attribute("targetRef")),
                    ModelRule.DANGLING_FLOW,
                    flow,
                    flow.attribute("id"));
        }
        container.children().stream()
                .filter(node ->
                        node.is(ModelXml.BPMN, "exclusiveGateway") || node.is(ModelXml.BPMN, "inclusiveGateway"))
                .forEach(gateway -> gateway(
                        gateway,
                        flows.stream()
                                .filter(flow -> flow.attribute("sourceRef").equals(gateway.attribute("id")))
                                .toList()));
    }

    private void gateway(XmlElement gateway, List<XmlElement> outgoing) {
        if (outgoing.size() < 2) {
            return;
        }
        String otherwise = gateway.attribute("default");
        require(gateway.attribute("name").matches(".*[?？]"), ModelRule.GATEWAY_NO_QUESTION, gateway, "");
        require(!otherwise.isEmpty(), ModelRule.GATEWAY_NO_DEFAULT, gateway, "");
        for (XmlElement flow : outgoing) {
            String id = flow.attribute("id");
            require(
                    ModelLinter.CHINESE.matcher(flow.attribute("name")).matches(),
                    ModelRule.GATEWAY_NO_ANSWER,
                    flow,
                    id);
            boolean condition = flow.children("conditionExpression").findAny().isPresent();
            require(condition != id.equals(otherwise), ModelRule.GATEWAY_CONDITION, flow, id);
        }
    }

    private void require(boolean holds, ModelRule rule, XmlElement element, String detail) {
        if (!holds) {
            finder.find(rule, element, detail);
        }
    }

    static String hyphens(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
