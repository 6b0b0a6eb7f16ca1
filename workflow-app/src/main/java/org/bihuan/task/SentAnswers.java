package org.bihuan.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.form.FormComponent;
import org.bihuan.form.FormSchemas;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the holder of a task sent until those who sign after have signed. */
@Component
class SentAnswers {

    private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final FormSchemas schemas;

    SentAnswers(FormSchemas schemas) {
        this.schemas = schemas;
    }

    String write(Map<String, Object> answers) {
        return json.writeValueAsString(answers);
    }

    /** As they were, in the types of the form. */
    Map<String, Object> read(String formKey, String kept) {
        Map<String, Object> answers = json.readValue(kept, ANSWERS);
        if (schemas.keys().contains(formKey)) {
            schemas.schema(formKey)
                    .inputs()
                    .forEach(input -> answers.computeIfPresent(input.key(), (key, value) -> typed(input, value)));
        }
        return answers;
    }

    private static Object typed(FormComponent input, Object value) {
        return switch (input.type()) {
            case NUMBER -> new BigDecimal(value.toString());
            case DATETIME ->
                input.withTime() ? LocalDateTime.parse(value.toString()) : LocalDate.parse(value.toString());
            default -> value;
        };
    }
}
