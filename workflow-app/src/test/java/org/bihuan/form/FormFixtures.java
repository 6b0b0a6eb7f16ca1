package org.bihuan.form;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Forms for tests. */
final class FormFixtures {

    static final FormSchemas SHIPPED = new FormSchemas(new PathMatchingResourcePatternResolver());

    static final FormSchema EVERYTHING = of("""
        {"type": "textfield", "id": "a1", "key": "name", "label": "名称", "properties": {"labelEn": "Name"},
         "validate": {"required": true, "minLength": 2, "maxLength": 4}},
        {"type": "textarea", "id": "a2", "key": "story", "label": "经过", "properties": {"labelEn": "Story"},
         "validate": {"maxLength": 20}},
        {"type": "textfield", "id": "a3", "key": "code", "label": "编码",
         "properties": {"labelEn": "Code", "patternMessage": "六位数字", "patternMessageEn": "Six digits"},
         "validate": {"pattern": "^\\\\d{6}$", "maxLength": 20}},
        {"type": "number", "id": "a4", "key": "amount", "label": "金额", "properties": {"labelEn": "Amount"},
         "decimalDigits": 2, "validate": {"min": 1, "max": 100, "step": 0.5}},
        {"type": "select", "id": "a5", "key": "kind", "label": "种类", "properties": {"labelEn": "Kind"},
         "values": [{"label": "甲", "value": "a", "labelEn": "A"}, {"label": "乙", "value": "b", "labelEn": "B"}]},
        {"type": "checkbox", "id": "a6", "key": "agreed", "label": "同意", "properties": {"labelEn": "Agreed"},
         "validate": {"required": true}},
        {"type": "checklist", "id": "a7", "key": "tags", "label": "标签", "properties": {"labelEn": "Tags"},
         "values": [{"label": "甲", "value": "a", "labelEn": "A"}, {"label": "乙", "value": "b", "labelEn": "B"}]},
        {"type": "datetime", "id": "a8", "key": "day", "subtype": "date", "dateLabel": "日期", "label": "日期",
         "properties": {"labelEn": "Day"}},
        {"type": "datetime", "id": "a9", "key": "moment", "subtype": "datetime", "label": "时刻",
         "properties": {"labelEn": "Moment"}},
        {"type": "textfield", "id": "a10", "key": "why", "label": "理由", "properties": {"labelEn": "Why"},
         "conditional": {"hide": "= kind != \\"b\\""}, "validate": {"required": true, "maxLength": 10}},
        {"type": "textfield", "id": "a11", "key": "more", "label": "补充", "properties": {"labelEn": "More"},
         "conditional": {"hide": "= why = null"}, "validate": {"required": true, "maxLength": 10}},
        {"type": "text", "id": "a12", "text": "谢谢", "properties": {"textEn": "Thank you"}}
        """);

    private FormFixtures() {}

    static FormSchema of(String components) {
        return FormReader.read("test/form", json(components));
    }

    static String json(String components) {
        return "{\"components\": [%s], \"type\": \"default\", \"id\": \"form\", \"schemaVersion\": 16}"
                .formatted(components);
    }
}
