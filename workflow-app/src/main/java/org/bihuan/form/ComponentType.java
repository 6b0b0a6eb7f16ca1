package org.bihuan.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Kinds of form-js components that Bihuan can show, each with what may be said about it. */
public enum ComponentType {
    TEXTFIELD("textfield", Set.of(), Set.of("minLength", "maxLength", "pattern")),
    TEXTAREA("textarea", Set.of(), Set.of("minLength", "maxLength", "pattern")),
    NUMBER("number", Set.of("decimalDigits", "increment"), Set.of("min", "max", "step")),
    SELECT("select", Set.of("values"), Set.of()),
    RADIO("radio", Set.of("values"), Set.of()),
    CHECKBOX("checkbox", Set.of(), Set.of()),
    CHECKLIST("checklist", Set.of("values"), Set.of()),
    DATETIME(
            "datetime",
            Set.of("subtype", "dateLabel", "timeLabel", "timeSerializingFormat", "timeInterval", "use24h"),
            Set.of()),
    TEXT("text", Set.of("text"), Set.of());

    private static final Set<String> OF_ALL = Set.of("id", "type", "layout", "conditional", "properties");

    private static final Set<String> OF_INPUTS = Set.of("key", "label", "description", "validate", "defaultValue");

    private final String word;

    private final Set<String> own;

    private final Set<String> rules;

    ComponentType(String word, Set<String> own, Set<String> rules) {
        this.word = word;
        this.own = own;
        this.rules = rules;
    }

    static Optional<ComponentType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static String words() {
        return String.join(", ", Arrays.stream(values()).map(type -> type.word).toList());
    }

    /** The word that form-js uses. */
    public String word() {
        return word;
    }

    /** Whether people enter something; otherwise the component only shows a text. */
    public boolean isInput() {
        return this != TEXT;
    }

    /** Whether people pick from given options. */
    public boolean hasOptions() {
        return own.contains("values");
    }

    boolean isWritten() {
        return this == TEXTFIELD || this == TEXTAREA;
    }

    Set<String> properties() {
        var all = new TreeSet<>(own);
        all.addAll(OF_ALL);
        if (isInput()) {
            all.addAll(OF_INPUTS);
        }
        return all;
    }

    Set<String> rules() {
        return new TreeSet<>(
                Stream.concat(rules.stream(), Stream.of("required")).toList());
    }
}
