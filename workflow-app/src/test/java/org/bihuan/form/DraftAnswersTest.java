package org.bihuan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DraftAnswersTest {

    private final FormSchema schema = FormReader.read("test/draft", """
            {"type": "default", "schemaVersion": 16, "components": [
              {"type": "textarea", "id": "note", "key": "note", "label": "说明", "validate": {"minLength": 5, "maxLength": 9},
               "properties": {"labelEn": "Note", "bulk": "属实"}},
              {"type": "number", "id": "amount", "key": "amount", "label": "数量", "properties": {"labelEn": "Amount"}},
              {"type": "radio", "id": "kind", "key": "kind", "label": "类别", "properties": {"labelEn": "Kind"},
               "values": [{"label": "甲", "labelEn": "A", "value": "a"}, {"label": "乙", "labelEn": "B", "value": "b"}]},
              {"type": "checklist", "id": "many", "key": "many", "label": "多选", "properties": {"labelEn": "Many"},
               "values": [{"label": "甲", "labelEn": "A", "value": "a"}, {"label": "乙", "labelEn": "B", "value": "b"}]},
              {"type": "checkbox", "id": "sure", "key": "sure", "label": "确认", "properties": {"labelEn": "Sure"}},
              {"type": "datetime", "subtype": "date", "id": "day", "key": "day", "label": "日期", "properties": {"labelEn": "Day"}}
            ]}""");

    @Test
    void comeBackAsTheyWereWritten() {
        Map<String, Object> written = Map.of(
                "note",
                "短",
                "amount",
                new BigDecimal("3.50"),
                "kind",
                "b",
                "many",
                List.of("a", "b"),
                "sure",
                true,
                "day",
                LocalDate.of(2026, 11, 22));

        assertThat(read(JsonMapper.shared().writeValueAsString(written)))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(written);
    }

    @Test
    void leaveOutWhatTheFormNoLongerHas() {
        assertThat(read("{\"gone\": \"旧\", \"kind\": \"c\", \"many\": [\"a\", \"c\"]}"))
                .isEqualTo(Map.of("many", List.of("a")));
    }

    @Test
    void leaveOutWhatCannotBeRead() {
        assertThat(
                        read(
                                "{\"note\": 5, \"amount\": \"x\", \"kind\": true, \"many\": \"a\", \"sure\": \"yes\", \"day\": \"soon\"}"))
                .isEmpty();
    }

    @Test
    void aFormNamesWhatIsAnsweredForManyTasksInOneGo() {
        assertThat(schema.bulkAnswers()).isEqualTo(Map.of("note", "属实"));
    }

    private Map<String, Object> read(String json) {
        return DraftAnswers.read(schema, JsonMapper.shared().readTree(json));
    }
}
