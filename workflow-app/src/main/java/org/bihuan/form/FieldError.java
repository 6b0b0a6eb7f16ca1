package org.bihuan.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why the value of one field is refused.
 *
 * @param key the field
 * @param fault what is wrong
 * @param limits numbers that the sentence names, as text
 * @param words own words of the form for this fault; empty for the general sentence
 */
public record FieldError(String key, Fault fault, List<String> limits, Words words) {

    /** What can be wrong with a value. */
    public enum Fault {
        REQUIRED,
        MUST_BE_CHECKED,
        TOO_SHORT,
        TOO_LONG,
        TOO_SMALL,
        TOO_LARGE,
        WRONG_STEP,
        TOO_MANY_DECIMALS,
        WRONG_PATTERN,
        CONTROL_CHARACTERS,
        NOT_AN_OPTION,
        UNREADABLE,
        UNKNOWN_FIELD
    }

    static FieldError of(FormComponent component, Fault fault, Object... limits) {
        return new FieldError(
                component.key(),
                fault,
                Arrays.stream(limits).map(String::valueOf).toList(),
                Words.NONE);
    }

    /** Key of the general sentence in the translations; {@link #limits()} are its parameters. */
    public String translationKey() {
        return "form.fault." + fault.name();
    }

    /** The sentence for people: the form's own, else the translated general one. */
    public String message(Locale locale, Sentences sentences) {
        return words.isEmpty() ? sentences.of(translationKey(), limits.toArray()) : words.in(locale);
    }

    /** Looks translations up, for example {@code Component::getTranslation}. */
    @FunctionalInterface
    public interface Sentences {
        String of(String key, Object... parameters);
    }
}
