package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.bihuan.IntegrationTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing that comes in as a text runs. What is tried here runs on an engine without our locks, which stands beside
 * ours for comparison: an attack that would not work anyway proves nothing.
 */
@IntegrationTest
@Transactional
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineAttackTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ConfigurableApplicationContext context;

    private ProcessEngine bare;

    @BeforeAll
    void hideBeans() {
        BareEngine.quiet(true);
        BareEngine.hideMarkers(context);
        bare = BareEngine.beside(context);
    }

    @AfterAll
    void closeBareEngine() {
        bare.close();
        BareEngine.quiet(false);
    }

    @BeforeEach
    @AfterEach
    void forget() {
        Marker.forget();
    }

    @Test
    void noScriptEngineIsOnTheClassPathButThoseThatTheEngineBringsAndMayNotUse() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getPackageName())
                .containsOnly("org.camunda.feel.impl.script", "org.camunda.bpm.engine.impl.scripting.engine");
        var engines = BareEngine.configuration(context).getScriptEngineResolver();
        for (String language : List.of("juel", "feel", "JavaScript", "groovy", "python")) {
            assertThatThrownBy(() -> engines.getScriptEngine(language, false))
                    .hasMessageContaining("Scripts do not run in this program: " + language);
        }
    }

    @Nested
    class ByModel {

        static Stream<Arguments> models() {
            return arguments(AttackModels.ALL);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("models")
        void refusesTheModelAndSaysWhere(String name, String model) {
            assertThatThrownBy(() -> play(repository, runtime, model))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("The model attack.bpmn is refused: ")
                    .hasMessageContaining(" line ");
            assertThat(Marker.touches()).isZero();
        }

        @Test
        void mostOfThemRunOnABareEngine() {
            List<String> ran = AttackModels.ALL.entrySet().stream()
                    .filter(model -> runs(model.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();

            assertThat(ran).as("of " + AttackModels.ALL.size()).hasSizeGreaterThanOrEqualTo(25);
        }

        private boolean runs(String model) {
            Marker.forget();
            catchThrowable(() -> play(bare.getRepositoryService(), bare.getRuntimeService(), model));
            return Marker.touches() > 0;
        }

        @Test
        void modelThatWasPutIntoTheDatabaseDoesNotRunEither() {
            String model = AttackModels.ALL.get("service task, class");
            bare.getRepositoryService()
                    .createDeployment()
                    .addString("attack.bpmn", model)
                    .deploy();

            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("attack"))
                    .hasMessageContaining("The model attack.bpmn is refused: JAVA_CLASS");
            assertThat(Marker.touches()).isZero();
        }
    }

    @Nested
    class ByExpression {

        static Stream<Arguments> expressions() {
            return arguments(AttackExpressions.ALL);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("expressions")
        void isNotEvenRead(String name, String expression) {
            assertThatThrownBy(() -> evaluate(ours(), expression))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("Refused expression ");
            assertThat(Marker.touches()).isZero();
        }

        /** The second lock, with the first one open. */
        @ParameterizedTest(name = "{0}")
        @MethodSource("expressions")
        void reachesNothingEvenWhenItIsRead(String name, String expression) {
            Object result;
            try {
                result = BareEngine.evaluate(context, BareEngine.managerWithoutGrammar(context), expression);
            } catch (ProcessEngineException | ELException | StackOverflowError e) {
                result = null;
            }
            assertThat(Marker.touches()).isZero();
            assertThat(result)
                    .satisfiesAnyOf(
                            nothing -> assertThat(nothing).isNull(),
                            own -> assertThat(own).isInstanceOfAny(RunningCase.class, ModelBean.class));
        }

        @Test
        void manyOfThemRunOnABareEngine() {
            List<String> ran = AttackExpressions.ALL.entrySet().stream()
                    .filter(expression -> {
                        Marker.forget();
                        catchThrowable(() ->
                                BareEngine.evaluate(context, BareEngine.openManager(context), expression.getValue()));
                        return Marker.touches() > 0;
                    })
                    .map(Map.Entry::getKey)
                    .toList();

            assertThat(ran).hasSizeGreaterThanOrEqualTo(9);
        }

        private ModelExpressionManager ours() {
            return (ModelExpressionManager) BareEngine.configuration(context).getExpressionManager();
        }

        private Object evaluate(ModelExpressionManager manager, String expression) {
            return BareEngine.evaluate(context, manager, expression);
        }
    }

    private static void play(RepositoryService repository, RuntimeService runtime, String model) {
        repository.createDeployment().addString("attack.bpmn", model).deploy();
        runtime.startProcessInstanceByKey("attack");
    }

    private static Stream<Arguments> arguments(Map<String, String> payloads) {
        return payloads.entrySet().stream().map(payload -> Arguments.of(payload.getKey(), payload.getValue()));
    }
}
