package org.bihuan.form;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of FEEL that forms may use to hide a component: {@code = field = "value"} or {@code = field != "value"}, the
 * value being a text, a number, {@code true}, {@code false} or {@code null}.
 */
public record Condition(
        String field, boolean negated, @Nullable Object value) {

    private static final Pattern SHAPE =
            Pattern.compile("=\\s*([A-Za-z]\\w*)\\s*(!?=)\\s*(\"[^\"\\\\]*\"|-?\\d+(?:\\.\\d+)?|true|false|null)\\s*");

    static Optional<Condition> parse(String expression) {
        Matcher matcher = SHAPE.matcher(expression);
        return matcher.matches()
                ? Optional.of(new Condition(matcher.group(1), "!=".equals(matcher.group(2)), literal(matcher.group(3))))
                : Optional.empty();
    }

    private static @Nullable Object literal(String text) {
        return switch (text) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default ->
                text.startsWith("\"")
                        ? text.substring(1, text.length() - 1)
                        : new BigDecimal(text).stripTrailingZeros();
        };
    }

    boolean holds(@Nullable Object actual) {
        Object comparable = actual instanceof BigDecimal number ? number.stripTrailingZeros() : actual;
        return Objects.equals(comparable, value) != negated;
    }
}
