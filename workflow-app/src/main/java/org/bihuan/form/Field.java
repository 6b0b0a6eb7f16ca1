package org.bihuan.form;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Vaadin field of one input of a form. */
final class Field {

    private static final int MILLISECONDS_OF_PAUSE = 2000;

    private final FormComponent rule;

    private final AbstractField<?, ?> field;

    Field(FormComponent rule) {
        this.rule = rule;
        this.field = create(rule);
        field.addClassName("bihuan-form-" + rule.type().word());
        field.setId(rule.key());
        field.setRequiredIndicatorVisible(rule.rules().required());
        // Our rules speak; the field's own would appear before anybody pressed the button.
        ((HasValidationProperties) field).setManualValidation(true);
        if (rule.defaultValue() != null) {
            write(rule.defaultValue());
        }
    }

    private static AbstractField<?, ?> create(FormComponent rule) {
        return switch (rule.type()) {
            case TEXTFIELD -> new TextField();
            case TEXTAREA -> {
                var area = new TextArea();
                area.setMinRows(3);
                area.setMaxRows(12);
                yield area;
            }
            case NUMBER -> new BigDecimalField();
            case SELECT -> {
                var select = new Select<String>();
                select.setItems(values(rule));
                select.setEmptySelectionAllowed(!rule.rules().required());
                yield select;
            }
            case RADIO -> {
                var radio = new RadioButtonGroup<String>();
                radio.setItems(values(rule));
                radio.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
                yield radio;
            }
            case CHECKBOX -> new Checkbox();
            case CHECKLIST -> {
                var list = new CheckboxGroup<String>();
                list.setItems(values(rule));
                yield list;
            }
            case DATETIME -> rule.withTime() ? new DateTimePicker() : new DatePicker();
            case TEXT -> throw new IllegalArgumentException("A static text is no field");
        };
    }

    private static List<String> values(FormComponent rule) {
        return rule.options().stream().map(Option::value).toList();
    }

    FormComponent rule() {
        return rule;
    }

    Component component() {
        return field;
    }

    /** What is entered, as {@link FormValidation} wants it; null when empty. */
    @Nullable Object read() {
        Object value = field.getValue();
        return value instanceof Set<?> chosen
                ? values(rule).stream().filter(chosen::contains).toList()
                : value;
    }

    @SuppressWarnings("unchecked") // the rules name the type of each component's value
    void write(@Nullable Object value) {
        if (value == null) {
            field.clear();
        } else {
            ((HasValue<?, Object>) (HasValue<?, ?>) field)
                    .setValue(value instanceof List<?> many ? new LinkedHashSet<>(many) : value);
        }
    }

    /** Whether something stands in the field that is no number or no date at all, so that its value looks empty. */
    boolean isUnreadable() {
        return field instanceof HasValidator<?> validating && refuses(validating);
    }

    @SuppressWarnings("unchecked")
    private boolean refuses(HasValidator<?> validating) {
        return ((HasValidator<Object>) validating)
                .getDefaultValidator()
                .apply(field.getValue(), new ValueContext(field, field))
                .isError();
    }

    void show(@Nullable String error) {
        var validation = (HasValidationProperties) field;
        validation.setErrorMessage(error);
        validation.setInvalid(error != null);
    }

    boolean showsError() {
        return ((HasValidationProperties) field).isInvalid();
    }

    void focus() {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    void onChange(Runnable action) {
        field.addValueChangeListener(event -> action.run());
    }

    void sendWhileWriting() {
        if (field instanceof HasValueChangeMode written) {
            written.setValueChangeMode(ValueChangeMode.LAZY);
            written.setValueChangeTimeout(MILLISECONDS_OF_PAUSE);
            // Whoever leaves the field, for example by a link, does not pause.
            field.getElement().addPropertyChangeListener("value", "change", change -> {});
        }
    }

    void speak(Locale locale) {
        ((HasLabel) field).setLabel(rule.label().in(locale));
        if (field instanceof HasHelper helped) {
            helped.setHelperText(help(locale));
        }
        switch (field) {
            case Select<?> select -> select.setItemLabelGenerator(value -> label(value, locale));
            case RadioButtonGroup<?> radio -> radio.setItemLabelGenerator(value -> label(value, locale));
            case CheckboxGroup<?> list -> list.setItemLabelGenerator(value -> label(value, locale));
            case DatePicker picker -> {
                picker.setLocale(locale);
                picker.setI18n(calendar(locale));
            }
            case DateTimePicker picker -> {
                picker.setLocale(locale);
                picker.setDatePickerI18n(calendar(locale));
            }
            case BigDecimalField number -> number.setLocale(locale);
            default -> {}
        }
    }

    private DatePickerI18n calendar(Locale locale) {
        return CalendarWords.in(
                locale, field.getTranslation(locale, "form.today"), field.getTranslation(locale, "form.cancel"));
    }

    private String label(@Nullable Object value, Locale locale) {
        return rule.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label().in(locale))
                .findFirst()
                .orElse("");
    }

    private String help(Locale locale) {
        String description = rule.description().in(locale);
        Integer most = rule.rules().maxLength();
        if (rule.type() != ComponentType.TEXTAREA || most == null) {
            return description;
        }
        Integer least = rule.rules().minLength();
        String limit = field.getTranslation(
                locale,
                least == null ? "form.limit.most" : "form.limit.between",
                String.valueOf(most),
                String.valueOf(least));
        return description.isEmpty() ? limit : description + " · " + limit;
    }
}
