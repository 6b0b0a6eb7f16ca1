package org.bihuan.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers that were kept before they were finished: read with care, because the form may have changed since. */
public final class DraftAnswers {

    private DraftAnswers() {}

    /**
     * What still fits into the fields of the form, as {@link SchemaForm} takes it; fields that no longer exist, options
     * that are no longer offered and whatever cannot be read are left out. Texts may break the rules of the form.
     */
    public static Map<String, Object> read(FormSchema schema, JsonNode kept) {
        var values = new LinkedHashMap<String, Object>();
        for (FormComponent component : schema.inputs()) {
            Object value = value(component, kept.path(component.key()));
            if (value != null) {
                values.put(component.key(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(FormComponent component, JsonNode kept) {
        return switch (component.type()) {
            case TEXTFIELD, TEXTAREA -> text(kept);
            case SELECT, RADIO -> kept.isString() && component.offers(kept.asString()) ? kept.asString() : null;
            case CHECKBOX -> kept.isBoolean() ? (Object) kept.asBoolean() : null;
            case CHECKLIST -> options(component, kept);
            case NUMBER -> kept.isNumber() ? kept.decimalValue() : null;
            case DATETIME -> date(component, text(kept));
            case TEXT -> null;
        };
    }

    private static @Nullable String text(JsonNode kept) {
        return kept.isString() && !kept.asString().isEmpty() ? kept.asString() : null;
    }

    private static @Nullable List<String> options(FormComponent component, JsonNode kept) {
        List<String> chosen = StreamSupport.stream(kept.spliterator(), false)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(component::offers)
                .toList();
        return kept.isArray() && !chosen.isEmpty() ? chosen : null;
    }

    private static @Nullable Object date(FormComponent component, @Nullable String text) {
        try {
            return text == null ? null : component.withTime() ? LocalDateTime.parse(text) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
