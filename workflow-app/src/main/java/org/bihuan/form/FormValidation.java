package org.bihuan.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.form.FieldError.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules of a form, the same on the screen and behind it. Values are: text as {@link String}, numbers as
 * {@link BigDecimal}, select and radio as {@link String}, checkbox as {@link Boolean}, checklist as a collection of
 * {@link String}, dates as {@link LocalDate}, or {@link LocalDateTime} with a time.
 */
@Component
public class FormValidation {

    private static final int MOST_DIGITS = 25;

    private static final int MOST_DECIMALS = 10;

    /** What is wrong with the values; empty when nothing is. Values of hidden fields are not looked at. */
    public List<FieldError> check(FormSchema schema, Map<String, ?> values) {
        var errors = new ArrayList<FieldError>();
        for (String key : values.keySet()) {
            if (schema.component(key).filter(c -> c.type().isInput()).isEmpty()) {
                errors.add(new FieldError(key, Fault.UNKNOWN_FIELD, List.of(), Words.NONE));
            }
        }
        Map<String, Object> clean = clean(schema, values);
        for (FormComponent component : schema.inputs()) {
            if (schema.shows(component, clean)) {
                fault(component, clean.get(component.key())).ifPresent(errors::add);
            }
        }
        return List.copyOf(errors);
    }

    /**
     * The values as they are kept: texts stripped, line ends as {@code \n}, nothing empty, nothing hidden and nothing
     * unknown to the form.
     */
    public Map<String, Object> clean(FormSchema schema, Map<String, ?> values) {
        var tidy = new LinkedHashMap<String, Object>();
        for (FormComponent component : schema.inputs()) {
            Object value = tidy(component, values.get(component.key()));
            if (value != null) {
                tidy.put(component.key(), value);
            }
        }
        var kept = new LinkedHashMap<String, Object>();
        for (FormComponent component : schema.inputs()) {
            if (tidy.containsKey(component.key()) && schema.shows(component, tidy)) {
                kept.put(component.key(), tidy.get(component.key()));
            }
        }
        return kept;
    }

    /**
     * The cleaned values, if they keep to the rules.
     *
     * @throws InvalidFormException when they do not
     */
    public Map<String, Object> accept(FormSchema schema, Map<String, ?> values) {
        List<FieldError> errors = check(schema, values);
        if (!errors.isEmpty()) {
            throw new InvalidFormException(schema, errors);
        }
        return clean(schema, values);
    }

    private static @Nullable Object tidy(FormComponent component, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> {
                String tidy = component.type().isWritten()
                        ? text.replace("\r\n", "\n").replace('\r', '\n').strip()
                        : text;
                yield tidy.isEmpty() ? null : tidy;
            }
            case Collection<?> many ->
                many.isEmpty() ? null : many.stream().distinct().toList();
            default -> value;
        };
    }

    private Optional<FieldError> fault(FormComponent component, @Nullable Object value) {
        if (component.rules().required() && component.type() == ComponentType.CHECKBOX && value != Boolean.TRUE) {
            return Optional.of(FieldError.of(component, Fault.MUST_BE_CHECKED));
        }
        if (value == null) {
            return component.rules().required()
                    ? Optional.of(FieldError.of(component, Fault.REQUIRED))
                    : Optional.empty();
        }
        return switch (component.type()) {
            case TEXTFIELD, TEXTAREA -> value instanceof String text ? text(component, text) : unreadable(component);
            case NUMBER -> value instanceof BigDecimal number ? number(component, number) : unreadable(component);
            case SELECT, RADIO -> options(component, List.of(value));
            case CHECKLIST -> value instanceof Collection<?> many ? options(component, many) : unreadable(component);
            case CHECKBOX -> value instanceof Boolean ? Optional.empty() : unreadable(component);
            case DATETIME ->
                component.withTime() && value instanceof LocalDateTime
                                || !component.withTime() && value instanceof LocalDate
                        ? Optional.empty()
                        : unreadable(component);
            case TEXT -> Optional.empty();
        };
    }

    private static Optional<FieldError> unreadable(FormComponent component) {
        return Optional.of(FieldError.of(component, Fault.UNREADABLE));
    }

    private static Optional<FieldError> options(FormComponent component, Collection<?> chosen) {
        return chosen.stream().allMatch(one -> one instanceof String value && component.offers(value))
                ? Optional.empty()
                : Optional.of(FieldError.of(component, Fault.NOT_AN_OPTION));
    }

    private static Optional<FieldError> text(FormComponent component, String text) {
        Rules rules = component.rules();
        int length = text.codePointCount(0, text.length());
        if (text.codePoints().anyMatch(c -> forbidden(c, component.type()))) {
            return Optional.of(FieldError.of(component, Fault.CONTROL_CHARACTERS));
        }
        if (rules.minLength() != null && length < rules.minLength()) {
            return Optional.of(FieldError.of(component, Fault.TOO_SHORT, rules.minLength(), length));
        }
        if (rules.maxLength() != null && length > rules.maxLength()) {
            return Optional.of(FieldError.of(component, Fault.TOO_LONG, rules.maxLength(), length));
        }
        if (rules.pattern() != null && !rules.pattern().matcher(text).find()) {
            return Optional.of(new FieldError(component.key(), Fault.WRONG_PATTERN, List.of(), rules.patternMessage()));
        }
        return Optional.empty();
    }

    /** Control characters, and halves of a character that no database can keep. */
    private static boolean forbidden(int codePoint, ComponentType type) {
        boolean layout = type == ComponentType.TEXTAREA && (codePoint == '\n' || codePoint == '\t');
        return Character.isISOControl(codePoint) && !layout || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static Optional<FieldError> number(FormComponent component, BigDecimal number) {
        Rules rules = component.rules();
        // Checked first: comparing 1E+999999999 with anything would fill the memory.
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return unreadable(component);
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            return Optional.of(
                    FieldError.of(component, Fault.TOO_SMALL, rules.min().toPlainString()));
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            return Optional.of(
                    FieldError.of(component, Fault.TOO_LARGE, rules.max().toPlainString()));
        }
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        int most = rules.decimalDigits() == null ? MOST_DECIMALS : rules.decimalDigits();
        if (decimals > most) {
            return Optional.of(FieldError.of(component, Fault.TOO_MANY_DECIMALS, most));
        }
        BigDecimal from = rules.min() == null ? BigDecimal.ZERO : rules.min();
        if (rules.step() != null
                && number.subtract(from).remainder(rules.step()).signum() != 0) {
            return Optional.of(
                    FieldError.of(component, Fault.WRONG_STEP, rules.step().toPlainString()));
        }
        return Optional.empty();
    }
}
