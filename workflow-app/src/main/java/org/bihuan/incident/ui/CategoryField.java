package org.bihuan.incident.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bihuan.incident.IncidentCategory;
import org.jspecify.annotations.Nullable;

/** Chooses a category by its class, or by typing a word that people use for it. */
class CategoryField extends CustomField<@Nullable IncidentCategory> {

    private final Select<String> classes = new Select<>();
    private final ComboBox<IncidentCategory> items = new ComboBox<>();

    CategoryField(List<IncidentCategory> categories) {
        addClassName("incident-category");
        classes.setLabel(getTranslation("incident.category.class"));
        classes.setItems(
                categories.stream().map(IncidentCategory::className).distinct().toList());
        classes.setEmptySelectionAllowed(true);
        classes.setEmptySelectionCaption(getTranslation("incident.category.all"));
        items.setLabel(getTranslation("incident.category.item"));
        items.setPlaceholder(getTranslation("incident.category.search"));
        items.setItems(CategoryField::matches, categories);
        items.setItemLabelGenerator(IncidentCategory::name);
        items.setRenderer(new ComponentRenderer<>(CategoryField::line));
        items.setClearButtonVisible(true);
        classes.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                items.setItems(
                        CategoryField::matches,
                        categories.stream()
                                .filter(c -> change.getValue() == null
                                        || c.className().equals(change.getValue()))
                                .toList());
            }
        });
        items.addValueChangeListener(change -> updateValue());
        add(new Div(classes, items));
    }

    @Override
    protected @Nullable IncidentCategory generateModelValue() {
        return items.getValue();
    }

    @Override
    protected void setPresentationValue(@Nullable IncidentCategory category) {
        items.setValue(category);
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        items.setInvalid(invalid);
    }

    private static boolean matches(IncidentCategory category, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                || category.name().contains(text)
                || category.className().contains(text)
                || List.of(category.keywords().split(" ")).stream()
                        .filter(Objects::nonNull)
                        .anyMatch(word -> !word.isEmpty() && (word.contains(text) || text.contains(word)));
    }

    private static Div line(IncidentCategory category) {
        var name = new Span(category.name());
        var className = new Span(category.className());
        className.addClassName("incident-category-class");
        var line = new Div(name, className);
        line.addClassName("incident-category-line");
        return line;
    }
}
