package org.bihuan.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checked form.
 *
 * @param key the form key, for example {@code incident/handle-incident}
 */
public record FormSchema(String key, List<FormComponent> components) {

    /** The component that holds this value. */
    public Optional<FormComponent> component(String componentKey) {
        return components.stream()
                .filter(component -> component.key().equals(componentKey))
                .findFirst();
    }

    /** Components that hold values. */
    public List<FormComponent> inputs() {
        return components.stream()
                .filter(component -> component.type().isInput())
                .toList();
    }

    /** What is answered when many tasks are done in one go; empty when the form does not allow it. */
    public Map<String, Object> bulkAnswers() {
        var answers = new LinkedHashMap<String, Object>();
        for (FormComponent component : inputs()) {
            if (component.bulkValue() != null) {
                answers.put(component.key(), component.bulkValue());
            }
        }
        return answers;
    }

    /** Whether people see the component, given the values entered so far; hidden fields count as empty. */
    public boolean shows(FormComponent component, Map<String, ?> values) {
        Condition hiddenWhen = component.hiddenWhen();
        return hiddenWhen == null || !hiddenWhen.holds(effective(hiddenWhen.field(), values));
    }

    private @Nullable Object effective(String componentKey, Map<String, ?> values) {
        return component(componentKey)
                .filter(component -> shows(component, values))
                .map(component -> values.get(componentKey))
                .orElse(null);
    }
}
