package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.ProcessModels.Model;
import org.bihuan.engine.ModelExpression;
import org.bihuan.engine.ModelXml;
import org.bihuan.engine.XmlElement;
import org.bihuan.model.ModelLinter;
import org.bihuan.model.ProgramFacts;
import org.bihuan.model.ShippedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The models of the program obey the rules that {@link ModelLinter} holds against everybody's, and nothing is idle. */
class ProcessModelTest {

    static Stream<Model> models() throws Exception {
        return ProcessModels.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpmn/**/*.bpmn", "forms/**/*.form", "migrations/V*.sql"})
    void foldersBesideTheProgramAreOnTheClassPath(String pattern) throws Exception {
        assertThat(ProcessModels.resources(pattern)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void obeysTheRules(Model model) throws Exception {
        assertThat(ModelLinter.findings(model.bytes(), ProcessModels.facts())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void isNamedLikeItsFile(Model model) {
        assertThat(ModelXml.read(model.bytes()).children("process"))
                .singleElement()
                .satisfies(
                        process -> assertThat(hyphens(process.attribute("id"))).isEqualTo(model.fileName()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void usesEveryDeclaredVariable(Model model) throws Exception {
        ProgramFacts facts = ProcessModels.facts();
        ShippedModel shipped = facts.models().values().stream()
                .filter(one -> one.module().equals(model.module()))
                .findFirst()
                .orElseThrow();
        Set<String> used = new TreeSet<>();
        ModelXml.read(model.bytes())
                .all()
                .flatMap(element -> Stream.concat(
                        Stream.of(element.text()), element.attributes().stream().map(XmlElement.Attribute::value)))
                .forEach(text -> used.addAll(
                        ModelExpression.read(text, facts.vocabulary()).variables()));

        assertThat(used).containsExactlyInAnyOrderElementsOf(shipped.variables());
    }

    @Test
    void everyDelegateIsUsedByAModel() throws Exception {
        Set<String> used = new TreeSet<>();
        models().flatMap(model -> ModelXml.read(model.bytes()).all())
                .filter(element -> element.is(ModelXml.BPMN, "serviceTask"))
                .forEach(task -> used.add(task.attribute("id")));

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(ProcessModels.delegates().keySet());
    }

    @Test
    void delegatesAreNamedLikeTheirClass() {
        ProcessModels.delegates()
                .forEach((name, type) -> assertThat(type.getSimpleName()).isEqualToIgnoringCase(name));
    }

    private static String hyphens(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
