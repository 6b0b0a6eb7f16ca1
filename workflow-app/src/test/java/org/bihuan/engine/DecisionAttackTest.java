package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bihuan.IntegrationTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** Decision tables speak plain FEEL; nothing else in them is read. */
@IntegrationTest
@Transactional
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionAttackTest {

    private static final String EXTERNAL = "function(a) external { java: { class: \"org.bihuan.engine.Marker\","
            + " method signature: \"touch(java.lang.String)\" } }";

    @Autowired
    ProcessEngine engine;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        inputExpression | juel       | ${marker.reach('payload')}
        inputExpression | marker     | touch
        inputExpression | javascript | touch
        inputExpression | groovy     | touch
        inputEntry      | juel       | ${marker.reach('payload')}
        inputEntry      | marker     | touch
        outputEntry     | juel       | ${marker.reach('payload')}
        outputEntry     | JUEL       | ${marker.reach('payload')}
        outputEntry     | marker     | touch
        outputEntry     | kotlin     | touch
        outputEntry     | feel       | ${marker.reach('payload')}
        """)
    void anythingButFeelIsRefused(String place, String language, String text) {
        assertThatThrownBy(() -> decide(engine, table(place, language, text)))
                .hasMessageContaining("The model attack.dmn is refused: ");
        assertThat(Marker.touches()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"inputExpression", "inputEntry", "outputEntry"})
    void functionsOutsideOfFeelAreRefused(String place) {
        assertThatThrownBy(() -> decide(engine, table(place, "feel", EXTERNAL)))
                .hasMessageContaining("EXPRESSION_FUNCTION");
        assertThat(Marker.touches()).isZero();
    }

    @Test
    void expressionsRunOnABareEngine() {
        catchThrowable(() -> decide(bare, table("outputEntry", "juel", AttackExpressions.TOUCH)));
        assertThat(Marker.touches()).isPositive();
        Marker.forget();
        catchThrowable(() -> decide(bare, table("outputEntry", "marker", "touch")));
        assertThat(Marker.touches()).isPositive();
    }

    @Test
    void theDecisionEngineItselfHasNoOtherLanguage() {
        var decisions = BareEngine.configuration(context).getDmnEngineConfiguration();

        assertThatThrownBy(() -> decisions.getElProvider().createExpression(AttackExpressions.TOUCH))
                .hasMessageContaining("other than FEEL");
        assertThatThrownBy(() -> BareEngine.configuration(context)
                        .getScriptEngineResolver()
                        .getScriptEngine("groovy", false))
                .hasMessageContaining("Scripts do not run");
    }

    @Test
    void documentTypeIsRefused() {
        String table = table("outputEntry", "feel", "&a;")
                .replace("<definitions", "<!DOCTYPE definitions [<!ENTITY a \"1\">]><definitions");

        assertThatThrownBy(() -> decide(engine, table)).hasMessageContaining("DOCTYPE");
    }

    @Test
    void plainTableDecides() {
        assertThat(decide(engine, table("outputEntry", "feel", "\"ok\""))).isEqualTo("ok");
    }

    private static Object decide(ProcessEngine engine, String table) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream("attack.dmn", new java.io.ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
                .deploy();
        return engine.getDecisionService()
                .evaluateDecisionTableByKey("attack", Map.of("a", "1"))
                .getSingleEntry();
    }

    private static String table(String place, String language, String text) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="attack" name="attack" xmlns:camunda="http://camunda.org/schema/1.0/dmn" \
              camunda:historyTimeToLive="P1D">
                <decisionTable id="t">
                  <input id="i"><inputExpression id="ie" typeRef="string"%s</inputExpression></input>
                  <output id="o" name="o" typeRef="string"/>
                  <rule id="r"><inputEntry id="n"%s</inputEntry><outputEntry id="u"%s</outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """.formatted(
                        cell(place.equals("inputExpression"), language, text, "a"),
                        cell(place.equals("inputEntry"), language, text, ""),
                        cell(place.equals("outputEntry"), language, text, "\"1\""));
    }

    private static String cell(boolean payload, String language, String text, String plain) {
        return payload
                ? " expressionLanguage=\"" + language + "\"><text>" + text + "</text>"
                : "><text>" + plain + "</text>";
    }
}
