package org.bihuan.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.form.FieldError.Fault;

/**
 * A form on the screen: fields in one column, shown and hidden as the form says, in the language of the reader. Rules
 * are those of {@link FormValidation}, which the service behind must ask again.
 */
public final class SchemaForm extends Composite<FormLayout> implements LocaleChangeObserver {

    private final FormSchema schema;

    private final FormValidation validation = new FormValidation();

    private final List<Field> fields = new ArrayList<>();

    private final Map<FormComponent, Component> parts = new LinkedHashMap<>();

    public SchemaForm(FormSchema schema) {
        this.schema = schema;
        getContent().addClassName("bihuan-form");
        getContent().setAutoResponsive(false);
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        for (FormComponent component : schema.components()) {
            parts.put(component, component.type().isInput() ? input(component) : new Paragraph());
        }
        getContent().add(parts.values());
        speak(getLocale());
        showAndHide();
    }

    private Component input(FormComponent component) {
        var field = new Field(component);
        fields.add(field);
        field.onChange(() -> {
            showAndHide();
            if (field.showsError()) {
                recheck(List.of(field));
            }
        });
        return field.component();
    }

    public FormSchema schema() {
        return schema;
    }

    /** Calls the action after each change, while somebody writes as soon as he pauses for two seconds or leaves the field. */
    public void onChange(Runnable action) {
        fields.forEach(field -> {
            field.sendWhileWriting();
            field.onChange(action);
        });
    }

    /** What is entered as it stands, for a draft: hidden fields too, nothing checked. */
    public Map<String, Object> draft() {
        return entered();
    }

    /** Marks the fields of which the browser may keep the text under this name until the server has it. */
    public void keepTextsInBrowser(String name) {
        for (Field field : fields) {
            if (field.rule().type().isWritten() && !field.rule().personal()) {
                field.component().getElement().setAttribute("data-draft", name);
            }
        }
    }

    /** Fills all fields in; those not named are emptied. */
    public void replaceValues(Map<String, ?> values) {
        fields.forEach(field -> field.write(values.get(field.rule().key())));
        // Whoever begins anew has not made a mistake yet.
        fields.forEach(field -> field.show(null));
    }

    /** What is entered, cleaned: nothing empty, nothing hidden. */
    public Map<String, Object> values() {
        return validation.clean(schema, entered());
    }

    /**
     * Fills fields in; those not named stay as they are.
     *
     * @throws IllegalArgumentException when the form has no such field
     */
    public void setValues(Map<String, ?> values) {
        values.forEach((key, value) -> field(key)
                .orElseThrow(() -> new IllegalArgumentException(schema.key() + " has no field " + key))
                .write(value));
    }

    /** Checks everything, shows each error at its field and takes the reader to the first one. */
    public boolean validate() {
        boolean valid = recheck(fields);
        if (!valid) {
            fields.stream().filter(Field::showsError).findFirst().ifPresent(Field::focus);
        }
        return valid;
    }

    /** Shows what the service behind refused, for example from an {@link InvalidFormException}. */
    public void showErrors(Iterable<FieldError> errors) {
        errors.forEach(error -> field(error.key()).ifPresent(field -> field.show(message(error))));
    }

    /** The Vaadin field of a value, to put something beside it. */
    public Optional<Component> component(String key) {
        return field(key).map(Field::component);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        speak(event.getLocale());
    }

    private Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.rule().key().equals(key)).findFirst();
    }

    private Map<String, Object> entered() {
        var entered = new LinkedHashMap<String, Object>();
        for (Field field : fields) {
            Object value = field.read();
            if (value != null) {
                entered.put(field.rule().key(), value);
            }
        }
        return entered;
    }

    private boolean recheck(List<Field> checked) {
        Map<String, Object> entered = entered();
        List<FieldError> errors = validation.check(schema, entered);
        boolean valid = true;
        for (Field field : checked) {
            boolean unreadable = schema.shows(field.rule(), entered) && field.isUnreadable();
            Optional<FieldError> error = unreadable
                    ? Optional.of(FieldError.of(field.rule(), Fault.UNREADABLE))
                    : errors.stream()
                            .filter(e -> e.key().equals(field.rule().key()))
                            .findFirst();
            field.show(error.map(this::message).orElse(null));
            valid &= error.isEmpty();
        }
        return valid;
    }

    private String message(FieldError error) {
        return error.message(getLocale(), this::getTranslation);
    }

    private void showAndHide() {
        Map<String, Object> values = entered();
        parts.forEach((component, part) -> part.setVisible(schema.shows(component, values)));
    }

    private void speak(Locale locale) {
        fields.forEach(field -> field.speak(locale));
        parts.forEach((component, part) -> {
            if (part instanceof Paragraph paragraph) {
                paragraph.setText(component.label().in(locale));
            }
        });
        // Errors were said in the other language.
        fields.stream().filter(Field::showsError).toList().forEach(field -> recheck(List.of(field)));
    }
}
