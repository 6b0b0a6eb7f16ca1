package org.bihuan.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one form file. Whatever it says that would not take effect is an error, so that a form never promises a rule
 * that the program does not hold.
 */
final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> OF_FORM = Set.of(
            "components", "type", "id", "executionPlatform", "executionPlatformVersion", "exporter", "schemaVersion");

    private static final Set<String> CUSTOM =
            Set.of("labelEn", "descriptionEn", "textEn", "patternMessage", "patternMessageEn", "bulk", "personal");

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final String formKey;

    private String place;

    private FormReader(String formKey) {
        this.formKey = formKey;
        this.place = "";
    }

    /**
     * Reads a form.
     *
     * @throws BadFormException with a sentence that names file, component and property
     */
    static FormSchema read(String formKey, String json) {
        return new FormReader(formKey).schema(json);
    }

    private FormSchema schema(String json) {
        JsonNode form;
        try {
            form = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new BadFormException(where() + "is no readable JSON: " + e.getOriginalMessage(), e);
        }
        known(form, OF_FORM, "");
        require("default".equals(form.path("type").asString("")), "type must be \"default\"");
        require(form.path("schemaVersion").isInt(), "schemaVersion is missing");
        require(form.path("components").isArray(), "components is missing");
        var components = new ArrayList<FormComponent>();
        var ids = new HashSet<String>();
        for (JsonNode node : form.path("components")) {
            String id = node.path("id").asString("");
            place = "component \"" + node.path("key").asString(id) + "\": ";
            FormComponent component = component(node, id);
            require(KEY.matcher(id).matches() && ids.add(id), "needs an id of its own, letters and digits only");
            require(
                    components.stream().noneMatch(other -> other.key().equals(component.key())),
                    "its key is used twice");
            components.add(component);
        }
        var schema = new FormSchema(formKey, List.copyOf(components));
        for (FormComponent component : components) {
            place = "component \"" + component.key() + "\": ";
            conditionEnds(schema, component);
        }
        return schema;
    }

    private FormComponent component(JsonNode node, String id) {
        String word = node.path("type").asString("");
        ComponentType type = ComponentType.of(word)
                .orElseThrow(() -> bad("type \"" + word + "\" is not supported, only " + ComponentType.words()));
        known(node, type.properties(), "");
        known(node.path("properties"), CUSTOM, "properties.");
        known(node.path("conditional"), Set.of("hide"), "conditional.");
        String key = type.isInput() ? text(node, "key") : id;
        require(KEY.matcher(key).matches(), "needs a key of letters and digits");
        Words label = type.isInput() ? words(node, "label", "labelEn") : words(node, "text", "textEn");
        require(!label.isEmpty(), "needs a label, or a text if it is a static text");
        String subtype = text(node, "subtype");
        if (type == ComponentType.DATETIME) {
            require(Set.of("date", "datetime").contains(subtype), "subtype must be date or datetime");
        }
        return new FormComponent(
                key,
                type,
                label,
                words(node, "description", "descriptionEn"),
                rules(node, type),
                options(node, type),
                "datetime".equals(subtype),
                condition(node),
                defaultValue(node, type),
                bulkValue(node, type),
                "true".equals(text(node.path("properties"), "personal")));
    }

    private Rules rules(JsonNode node, ComponentType type) {
        JsonNode validate = node.path("validate");
        known(validate, type.rules(), "validate.");
        @Nullable Integer maxLength = whole(validate, "maxLength");
        require(
                !type.isWritten() || maxLength != null,
                "needs validate.maxLength, or texts of any length would come in");
        @Nullable BigDecimal step = number(validate, "step");
        return new Rules(
                validate.path("required").asBoolean(false),
                whole(validate, "minLength"),
                maxLength,
                number(validate, "min"),
                number(validate, "max"),
                step == null ? number(node, "increment") : step,
                whole(node, "decimalDigits"),
                pattern(validate),
                words(node.path("properties"), "patternMessage", "patternMessageEn"));
    }

    private @Nullable Pattern pattern(JsonNode validate) {
        String pattern = text(validate, "pattern");
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new BadFormException(where() + "validate.pattern is no pattern: " + e.getDescription(), e);
        }
    }

    private List<Option> options(JsonNode node, ComponentType type) {
        var options = new ArrayList<Option>();
        for (JsonNode entry : node.path("values")) {
            known(entry, Set.of("label", "value", "labelEn"), "values.");
            var option = new Option(text(entry, "value"), words(entry, "label", "labelEn"));
            require(!option.value().isEmpty() && !option.label().isEmpty(), "each of its values needs value and label");
            require(
                    options.stream().noneMatch(other -> other.value().equals(option.value())),
                    "value \"" + option.value() + "\" is given twice");
            options.add(option);
        }
        require(type.hasOptions() != options.isEmpty(), "needs values to choose from");
        return List.copyOf(options);
    }

    private @Nullable Condition condition(JsonNode node) {
        String hide = text(node.path("conditional"), "hide");
        if (hide.isEmpty()) {
            return null;
        }
        return Condition.parse(hide)
                .orElseThrow(() -> bad("conditional.hide \"" + hide
                        + "\" is not supported, only = field = \"value\" and = field != \"value\""));
    }

    private @Nullable Object defaultValue(JsonNode node, ComponentType type) {
        JsonNode value = node.path("defaultValue");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (type) {
            case TEXTFIELD, TEXTAREA, SELECT, RADIO -> value.asString();
            case NUMBER -> number(node, "defaultValue");
            case CHECKBOX -> value.asBoolean();
            case CHECKLIST, DATETIME, TEXT -> throw bad("defaultValue is not supported for a " + type.word());
        };
    }

    private @Nullable String bulkValue(JsonNode node, ComponentType type) {
        String value = text(node.path("properties"), "bulk");
        require(
                value.isEmpty() || type.isWritten() || type == ComponentType.SELECT || type == ComponentType.RADIO,
                "properties.bulk is not supported for a " + type.word());
        return value.isEmpty() ? null : value;
    }

    /** A condition must name a field of the form, and no field may hide itself by way of others. */
    private void conditionEnds(FormSchema schema, FormComponent component) {
        @Nullable Condition condition = component.hiddenWhen();
        for (int steps = 0; condition != null; steps++) {
            String field = condition.field();
            Optional<FormComponent> other =
                    schema.component(field).filter(c -> c.type().isInput());
            require(other.isPresent(), "conditional.hide names \"" + field + "\", which is no field of this form");
            require(steps <= schema.components().size(), "its conditions go round in a circle");
            condition = other.get().hiddenWhen();
        }
    }

    private Words words(JsonNode node, String property, String englishProperty) {
        String chinese = text(node, property);
        JsonNode english = node.has(englishProperty) ? node : node.path("properties");
        var words = new Words(chinese, text(english, englishProperty));
        require(words.isEmpty() || !words.english().isEmpty(), property + " has no English: " + englishProperty);
        require(
                Stream.of(words.chinese(), words.english())
                        .noneMatch(text -> text.startsWith("=") || text.contains("{{")),
                property + " must be plain text, not an expression");
        return words;
    }

    private String text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        require(value.isMissingNode() || value.isNull() || value.isString(), property + " must be a text");
        return value.asString("").strip();
    }

    private @Nullable Integer whole(JsonNode node, String property) {
        @Nullable BigDecimal number = number(node, property);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            throw new BadFormException(where() + property + " must be a whole number", e);
        }
    }

    private @Nullable BigDecimal number(JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return new BigDecimal(value.asString());
        } catch (NumberFormatException e) {
            throw new BadFormException(where() + property + " must be a number", e);
        }
    }

    private void known(JsonNode node, Set<String> names, String prefix) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            require(
                    names.contains(property.getKey()),
                    prefix + property.getKey() + " is not supported here, only " + new TreeSet<>(names));
        }
    }

    private void require(boolean satisfied, String sentence) {
        if (!satisfied) {
            throw bad(sentence);
        }
    }

    private BadFormException bad(String sentence) {
        return new BadFormException(where() + sentence);
    }

    private String where() {
        return "The form " + formKey + ".form: " + place;
    }
}
