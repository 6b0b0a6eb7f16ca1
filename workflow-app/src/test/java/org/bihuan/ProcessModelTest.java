package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.ProcessModels.Model;
import org.bihuan.org.Role;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every process model must be, whoever draws it. */
class ProcessModelTest {

    private static final Pattern ENGLISH_WORDS = Pattern.compile("[a-z]+([A-Z][a-z]+)*");

    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

    private static final Pattern STRING = Pattern.compile("'[^']*'|\"[^\"]*\"|&quot;.*?&quot;");

    /** A name that does not follow a dot, and the member asked of it, if any. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?:\\.([A-Za-z_]\\w*))?");

    private static final Set<String> WORDS_OF_EXPRESSIONS = Set.of(
            "and", "or", "not", "empty", "null", "true", "false", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod");

    private static final Set<String> GIVEN_BY_THE_ENGINE = Set.of("execution", "task");

    static Stream<Model> models() throws Exception {
        return ProcessModels.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpmn/**/*.bpmn", "forms/**/*.form", "migrations/V*.sql"})
    void foldersBesideTheProgramAreOnTheClassPath(String pattern) throws Exception {
        assertThat(ProcessModels.resources(pattern)).isNotEmpty();
    }

    @Test
    void everyDelegateIsUsedByAModel() throws Exception {
        List<String> used = models().flatMap(model -> model.bpmn().getModelElementsByType(ServiceTask.class).stream())
                .map(ServiceTask::getId)
                .toList();

        assertThat(used).containsAll(ProcessModels.delegates().keySet());
    }

    @Nested
    class OfTheWholeModel {

        static Stream<Model> models() throws Exception {
            return ProcessModels.all();
        }

        @ParameterizedTest
        @MethodSource("models")
        void holdsOneExecutableProcessNamedLikeItsFileAndCleanedUpOneDay(Model model) {
            assertThat(model.bpmn().getModelElementsByType(Process.class))
                    .singleElement()
                    .satisfies(process -> {
                        assertThat(hyphens(process.getId())).isEqualTo(model.fileName());
                        assertThat(process.isExecutable()).isTrue();
                        assertThat(process.getName()).matches(CHINESE);
                        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
                    });
        }

        @ParameterizedTest
        @MethodSource("models")
        void hasEnglishWordsAsIds(Model model) {
            Stream<BaseElement> named = Stream.of(Process.class, FlowElement.class, Message.class)
                    .flatMap(type -> model.bpmn().getModelElementsByType(type).stream());

            assertThat(named.map(BaseElement::getId)).allMatch(ENGLISH_WORDS.asMatchPredicate());
            assertThat(model.bpmn().getModelElementsByType(Message.class))
                    .allSatisfy(message -> assertThat(message.getName()).matches(ENGLISH_WORDS));
        }

        @ParameterizedTest
        @MethodSource("models")
        void hasChineseNamesOnEverythingThatPeopleRead(Model model) {
            assertThat(model.bpmn().getModelElementsByType(FlowNode.class))
                    .allSatisfy(node -> assertThat(node.getName())
                            .as("name of " + node.getId())
                            .matches(CHINESE));
        }

        @ParameterizedTest
        @MethodSource("models")
        void isDrawnCompletely(Model model) {
            assertThat(model.bpmn().getModelElementsByType(FlowNode.class))
                    .allSatisfy(node -> assertThat(node.getDiagramElement())
                            .as(node.getId())
                            .isNotNull());
            assertThat(model.bpmn().getModelElementsByType(SequenceFlow.class))
                    .allSatisfy(flow -> assertThat(flow.getDiagramElement())
                            .as(flow.getId())
                            .isNotNull());
        }

        /** A model must not carry code, and classes are reached by beans only. */
        @ParameterizedTest
        @MethodSource("models")
        void carriesNoCode(Model model) {
            assertThat(model.xml())
                    .doesNotContainPattern("<(\\w+:)?(scriptTask|script|connector|executionListener|taskListener)\\b")
                    .doesNotContainPattern("\\bcamunda:(class|expression|resource)=");
        }
    }

    @Nested
    class OfExpressions {

        static Stream<Model> models() throws Exception {
            return ProcessModels.all();
        }

        @ParameterizedTest
        @MethodSource("models")
        void nameOnlyDeclaredVariablesAndModelBeans(Model model) throws Exception {
            Map<String, Class<?>> beans = ProcessModels.beans();
            Set<String> variables = ProcessModels.variables(model.module());
            var unknown = new TreeSet<String>();
            EXPRESSION.matcher(model.xml()).results().forEach(expression -> {
                String names = STRING.matcher(expression.group(1)).replaceAll("");
                NAME.matcher(names).results().forEach(name -> {
                    String root = name.group(1);
                    Class<?> bean = beans.get(root);
                    boolean known = WORDS_OF_EXPRESSIONS.contains(root)
                            || GIVEN_BY_THE_ENGINE.contains(root)
                            || variables.contains(root)
                            || bean != null && (name.group(2) == null || hasMethod(bean, name.group(2)));
                    if (!known) {
                        unknown.add(name.group() + " in " + expression.group());
                    }
                });
            });

            assertThat(unknown).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("models")
        void useEveryDeclaredVariable(Model model) throws Exception {
            String expressions = String.join(
                    " ",
                    EXPRESSION
                            .matcher(model.xml())
                            .results()
                            .map(e -> e.group(1))
                            .toList());

            assertThat(ProcessModels.variables(model.module()))
                    .allMatch(variable -> Pattern.compile("\\b" + variable + "\\b")
                            .matcher(expressions)
                            .find());
        }

        private static boolean hasMethod(Class<?> bean, String name) {
            return Arrays.stream(bean.getMethods())
                    .anyMatch(method -> method.getName().equals(name));
        }
    }

    @Nested
    class OfUserTasks {

        static Stream<Named<UserTask>> tasks() throws Exception {
            return elements(UserTask.class);
        }

        @ParameterizedTest
        @MethodSource("tasks")
        void haveAFormNamedLikeThem(UserTask task) {
            assertThat(task.getCamundaFormKey()).endsWith("/" + hyphens(task.getId()));
            assertThat(ProcessModels.formExists(task.getCamundaFormKey()))
                    .as("forms/" + task.getCamundaFormKey() + ".form")
                    .isTrue();
        }

        @ParameterizedTest
        @MethodSource("tasks")
        void haveAPageAtTheAddressOfTheirForm(UserTask task) {
            assertThat(ProcessModels.routes()).contains(task.getCamundaFormKey() + "/:caseNumber");
        }

        @ParameterizedTest
        @MethodSource("tasks")
        void areDueAndExplained(UserTask task) {
            assertThat(task.getCamundaDueDate()).matches("\\$\\{.+}");
            assertThat(task.getDocumentations())
                    .singleElement()
                    .satisfies(text -> assertThat(text.getTextContent()).matches(CHINESE));
        }

        @ParameterizedTest
        @MethodSource("tasks")
        void areOfferedToAPostOfAKnownRole(UserTask task) {
            assertThat(task.getCamundaCandidateGroups()).matches("\\$\\{.+}");
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(roles(task))
                    .isNotEmpty()
                    .allSatisfy(role ->
                            assertThat(Role.values()).extracting(Role::name).contains(role));
        }

        private static List<String> roles(UserTask task) {
            var properties = task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class);
            return properties.singleResult().getCamundaProperties().stream()
                    .filter(property -> property.getCamundaName().equals("roles"))
                    .map(CamundaProperty::getCamundaValue)
                    .flatMap(value -> Arrays.stream(value.split("\\s*,\\s*")))
                    .toList();
        }
    }

    @Nested
    class OfOtherElements {

        static Stream<Named<ServiceTask>> serviceTasks() throws Exception {
            return elements(ServiceTask.class);
        }

        static Stream<Named<ExclusiveGateway>> gateways() throws Exception {
            return elements(ExclusiveGateway.class)
                    .filter(gateway -> gateway.getPayload().getOutgoing().size() > 1);
        }

        @ParameterizedTest
        @MethodSource("serviceTasks")
        void serviceTasksAreDoneByTheDelegateOfTheirName(ServiceTask task) {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "}");
            assertThat(ProcessModels.delegates()).containsKey(task.getId());
            assertThat(ProcessModels.delegates().get(task.getId()).getSimpleName())
                    .isEqualToIgnoringCase(task.getId());
        }

        @ParameterizedTest
        @MethodSource("gateways")
        void gatewaysAskAQuestionAndAlwaysHaveAWayOn(ExclusiveGateway gateway) {
            assertThat(gateway.getName()).matches(".*[?？]");
            assertThat(gateway.getDefault()).isNotNull();
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as("answer " + flow.getId()).matches(CHINESE);
                assertThat(flow.getConditionExpression() == null)
                        .as("condition of " + flow.getId())
                        .isEqualTo(flow.equals(gateway.getDefault()));
            });
        }
    }

    private static <T extends FlowElement> Stream<Named<T>> elements(Class<T> type) throws Exception {
        return ProcessModels.all()
                .flatMap(model -> model.bpmn().getModelElementsByType(type).stream()
                        .map(element -> Named.of(model + " " + element.getId(), element)));
    }

    private static String hyphens(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
