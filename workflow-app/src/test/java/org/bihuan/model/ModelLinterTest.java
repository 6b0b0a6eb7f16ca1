package org.bihuan.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.ProcessModels;
import org.bihuan.engine.ModelFinding;
import org.bihuan.engine.ModelRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelLinterTest {

    private static ProgramFacts facts;

    @BeforeAll
    static void readFacts() throws Exception {
        facts = ProcessModels.facts();
    }

    @Test
    void hasNothingToSayAgainstTheShippedModel() {
        assertThat(lint(BadModels.GOOD)).isEmpty();
    }

    @Test
    void namesLineElementAndDetail() {
        String bad = BadModels.spoil("id=\"closeIncident\" name=\"结案\"", "id=\"closeIncident\" name=\"close\"");
        int line = (int)
                bad.substring(0, bad.indexOf("id=\"closeIncident\"")).lines().count();

        assertThat(lint(bad))
                .containsExactly(new ModelFinding(ModelRule.NAME_NOT_CHINESE, line, "closeIncident", "close"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.bihuan.model.BadModels#files")
    void refusesTheFile(String name, byte[] file, ModelRule rule) {
        assertThat(ModelLinter.findings(file, facts))
                .extracting(ModelFinding::rule)
                .contains(rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"org.bihuan.model.BadModels#harmful", "org.bihuan.model.BadModels#unfit"})
    void refusesTheModel(String name, String model, ModelRule rule) {
        assertThat(lint(model)).extracting(ModelFinding::rule).contains(rule);
    }

    private static List<ModelFinding> lint(String model) {
        return ModelLinter.findings(model.getBytes(UTF_8), facts);
    }
}
