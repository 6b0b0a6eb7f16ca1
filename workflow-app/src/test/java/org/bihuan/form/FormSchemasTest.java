package org.bihuan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormSchemasTest {

    @Nested
    class Schema {

        @Test
        void loadsEveryFormOfTheIncidentFamily() {
            assertThat(FormFixtures.SHIPPED.keys())
                    .contains(
                            "incident/dispatch-incident",
                            "incident/handle-incident",
                            "incident/verify-incident",
                            "incident/report-incident",
                            "incident/rate-incident");
        }

        @Test
        void namesTheFileThatIsMissing() {
            assertThatThrownBy(() -> FormFixtures.SHIPPED.schema("incident/none"))
                    .hasMessage("There is no form forms/incident/none.form");
        }
    }

    @Nested
    class Read {

        static Stream<Arguments> refuses() {
            String words = "\"label\": \"名\", \"properties\": {\"labelEn\": \"N\"}";
            return Stream.of(
                    arguments("no component type", field("\"type\": \"iframe\""), "type \"iframe\" is not supported"),
                    arguments("unknown property", text("\"disabled\": true, " + words), "disabled is not supported"),
                    arguments(
                            "rule of another type",
                            field("\"type\": \"radio\", \"key\": \"a\", \"validate\": {\"maxLength\": 1}, "
                                    + "\"values\": [{\"label\": \"甲\", \"value\": \"a\", \"labelEn\": \"A\"}], "
                                    + words),
                            "validate.maxLength is not supported"),
                    arguments(
                            "format rule",
                            text("\"validate\": {\"validationType\": \"email\"}, " + words),
                            "validationType"),
                    arguments(
                            "no limit",
                            field("\"type\": \"textarea\", \"key\": \"a\", " + words),
                            "validate.maxLength"),
                    arguments(
                            "no English",
                            text("\"label\": \"名\", \"validate\": {\"maxLength\": 5}"),
                            "label has no English: labelEn"),
                    arguments("no label", text("\"validate\": {\"maxLength\": 5}"), "needs a label"),
                    arguments(
                            "expression as label",
                            text("\"label\": \"= a\", \"validate\": {\"maxLength\": 5}, \"properties\":"
                                    + " {\"labelEn\": \"N\"}"),
                            "plain text"),
                    arguments(
                            "rich FEEL",
                            text(limited(words) + ", \"conditional\": {\"hide\": \"= count(a) > 1\"}"),
                            "conditional.hide \"= count(a) > 1\" is not supported"),
                    arguments(
                            "condition on nothing",
                            text(limited(words) + ", \"conditional\": {\"hide\": \"= other = 1\"}"),
                            "\"other\", which is no field"),
                    arguments(
                            "condition on itself",
                            text(limited(words) + ", \"conditional\": {\"hide\": \"= a = 1\"}"),
                            "go round in a circle"),
                    arguments(
                            "broken pattern",
                            text("\"validate\": {\"pattern\": \"(\", \"maxLength\": 5}, " + words),
                            "pattern"),
                    arguments("no options", field("\"type\": \"select\", \"key\": \"a\", " + words), "needs values"),
                    arguments(
                            "time only",
                            field("\"type\": \"datetime\", \"subtype\": \"time\", \"key\": \"a\", " + words),
                            "subtype"),
                    arguments(
                            "same key twice",
                            text(limited(words)) + ", " + text(limited(words)).replace("id1", "id2"),
                            "used twice"),
                    arguments(
                            "same id twice",
                            text(limited(words)) + ", " + text(limited(words)).replace("\"a\"", "\"b\""),
                            "id of its own"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource
        void refuses(String what, String components, String sentence) {
            assertThatThrownBy(() -> FormFixtures.of(components))
                    .isInstanceOf(BadFormException.class)
                    .hasMessageStartingWith("The form test/form.form: ")
                    .hasMessageContaining(sentence);
        }

        @Test
        void refusesWhatIsNoJson() {
            assertThatThrownBy(() -> FormReader.read("test/form", "{"))
                    .isInstanceOf(BadFormException.class)
                    .hasMessageContaining("no readable JSON");
        }

        private static String limited(String words) {
            return "\"validate\": {\"maxLength\": 5}, " + words;
        }

        private static String text(String properties) {
            return field("\"type\": \"textfield\", \"key\": \"a\", " + properties);
        }

        private static String field(String properties) {
            return "{\"id\": \"id1\", " + properties + "}";
        }
    }
}
