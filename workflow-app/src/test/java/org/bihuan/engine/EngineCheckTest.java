package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.bihuan.startup.StartupRefusedException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EngineCheckTest {

    @Test
    void acceptsOurOwnSettings() {
        assertThatCode(() -> EngineCheck.check(ours())).doesNotThrowAnyException();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("expressions are resolved by", e -> e.setExpressionManager(new JuelExpressionManager())),
                change(
                        "scripts are not shut off",
                        e -> e.setScriptEngineResolver(new DefaultScriptEngineResolver(new ScriptEngineManager()))),
                change("models are not looked at", e -> e.setCustomPreDeployers(List.of())),
                change("javaSerializationFormatEnabled", e -> e.setJavaSerializationFormatEnabled(true)),
                change("queries may hold", e -> e.setEnableExpressionsInAdhocQueries(true)),
                change("queries may hold", e -> e.setEnableExpressionsInStoredQueries(true)),
                change("enableXxeProcessing", e -> e.setEnableXxeProcessing(true)),
                change("loaded from outside", e -> e.setEnableScriptEngineLoadExternalResources(true)),
                change("loaded from outside", e -> e.setEnableFetchScriptEngineFromProcessApplication(true)),
                change("CMMN", e -> e.setCmmnEnabled(true)),
                change("standalone tasks", e -> e.setStandaloneTasksEnabled(true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void refusesAnythingElseInOneSentence(String sentence, Consumer<ProcessEngineConfigurationImpl> change) {
        ProcessEngineConfigurationImpl engine = ours();
        change.accept(engine);

        assertThatThrownBy(() -> EngineCheck.check(engine))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining("流程引擎的设置不安全:")
                .hasMessageContaining(sentence);
    }

    private static Arguments change(String sentence, Consumer<ProcessEngineConfigurationImpl> change) {
        return Arguments.of(sentence, change);
    }

    private static ProcessEngineConfigurationImpl ours() {
        var engine = new StandaloneProcessEngineConfiguration();
        var nothing = new ModelVocabulary(name -> null);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        EngineConfiguration.closeDoors(engine, nothing, Map.of());
        return engine;
    }
}
