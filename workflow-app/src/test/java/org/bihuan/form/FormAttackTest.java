package org.bihuan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in by a form file, or by what people write into a form, is never evaluated. */
class FormAttackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "= function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}(1)",
                "= get value(marker, \"reach\") = \"a\"",
                "= for i in 1..1000000000 return i = 1",
                "= kind.class = \"a\"",
                "= kind = \"${marker.reach(1)}\\\\\"",
                "=marker.reach(\"payload\")",
                "${marker.reach('payload')}",
                "#{marker.reach('payload')}"
            })
    void conditionsAreReadInTheirSmallShapeOnly(String condition) {
        assertThat(Condition.parse(condition)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "defaultValue": "${marker.reach(1)}"
        "valuesExpression": "=marker.reach(1)"
        "expression": "=marker.reach(1)"
        "disabled": "=marker.reach(1)"
        "appearance": {"prefixAdorner": "=marker.reach(1)"}
        "validate": {"validationType": "custom", "script": "touch"}
        """)
    void propertiesThatCouldHoldCodeAreUnknown(String property) {
        String component = "{\"type\": \"textfield\", \"id\": \"a\", \"key\": \"a\", \"label\": \"甲\","
                + " \"properties\": {\"labelEn\": \"A\"}, " + property + "}";

        assertThatThrownBy(() -> FormFixtures.of(component)).isInstanceOf(BadFormException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "html", "iframe", "button", "expression", "dynamiclist", "documentPreview"})
    void componentsThatCouldHoldCodeAreUnknown(String type) {
        String component = "{\"type\": \"" + type + "\", \"id\": \"a\", \"key\": \"a\", \"label\": \"甲\","
                + " \"content\": \"<script>touch</script>\", \"properties\": {\"labelEn\": \"A\"}}";

        assertThatThrownBy(() -> FormFixtures.of(component)).isInstanceOf(BadFormException.class);
    }
}
