package org.bihuan.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form.
 *
 * @param key name of its value; the component's id where it has none
 * @param label what people read at the field, or the text itself of a static text
 * @param description help below the field; empty when there is none
 * @param withTime whether a date goes with a time of the day
 * @param hiddenWhen when the component is hidden and its value dropped; null when it always shows
 * @param defaultValue what a new form starts with
 * @param bulkValue what is answered when many tasks are done in one go; null where it is left empty
 * @param personal whether the value tells about a person, so that no browser keeps it
 */
public record FormComponent(
        String key,
        ComponentType type,
        Words label,
        Words description,
        Rules rules,
        List<Option> options,
        boolean withTime,
        @Nullable Condition hiddenWhen,
        @Nullable Object defaultValue,
        @Nullable String bulkValue,
        boolean personal) {

    boolean offers(String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }
}
