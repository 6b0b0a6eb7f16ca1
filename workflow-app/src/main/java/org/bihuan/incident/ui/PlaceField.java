package org.bihuan.incident.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Map;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.map.MapField;
import org.bihuan.map.Maps;
import org.bihuan.map.Point;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.UnitKind;
import org.jspecify.annotations.Nullable;

/** The place of a problem: a point on the map, or street and community by name, and the address in words. */
class PlaceField extends Composite<Div> {

    /** Ways to say where. */
    private enum Way {
        MAP,
        NAME
    }

    private final transient OrgService units;
    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final MapField map;
    private final ComboBox<OrgUnit> street = new ComboBox<>();
    private final ComboBox<OrgUnit> community = new ComboBox<>();
    private final SchemaForm address;
    private final Span error = new Span();

    PlaceField(OrgService units, Maps maps, FormSchemas schemas) {
        this.units = units;
        map = maps.field();
        map.setLabel(getTranslation("incident.place.map"));
        way.setLabel(getTranslation("incident.place.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(value -> getTranslation("incident.place.way." + value));
        way.setValue(Way.MAP);
        street.setLabel(getTranslation("incident.place.street"));
        street.setItems(units.below(units.home(), UnitKind.STREET));
        street.setItemLabelGenerator(OrgUnit::name);
        community.setLabel(getTranslation("incident.place.community"));
        community.setItemLabelGenerator(OrgUnit::name);
        community.setEnabled(false);
        community.setHelperText(getTranslation("incident.place.community.help"));
        street.addValueChangeListener(change -> {
            community.clear();
            community.setEnabled(change.getValue() != null);
            community.setItems(
                    change.getValue() == null
                            ? java.util.List.of()
                            : units.below(change.getValue(), UnitKind.COMMUNITY));
        });
        address = new SchemaForm(schemas.schema("incident/report-place"));
        error.addClassName("incident-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        var byName = new Div(street, community);
        byName.addClassName("incident-by-name");
        byName.setVisible(false);
        way.addValueChangeListener(change -> {
            map.setVisible(change.getValue() == Way.MAP);
            byName.setVisible(change.getValue() == Way.NAME);
            error.setVisible(false);
        });
        getContent().addClassName("incident-place");
        getContent().add(way, map, byName, error, address);
    }

    @Nullable Point point() {
        return way.getValue() == Way.MAP ? map.getValue() : null;
    }

    @Nullable Long communityId() {
        return way.getValue() == Way.NAME && community.getValue() != null
                ? community.getValue().id()
                : null;
    }

    String address() {
        return (String) address.values().getOrDefault("address", "");
    }

    /** Shows what the browser kept. */
    void restore(ReportDraft draft) {
        if (draft.point() != null) {
            map.setValue(draft.point());
        }
        if (draft.community() != null) {
            units.find(draft.community()).ifPresent(unit -> {
                way.setValue(Way.NAME);
                units.upwards(unit).stream()
                        .filter(above -> above.kind() == UnitKind.STREET)
                        .findFirst()
                        .ifPresent(street::setValue);
                community.setValue(unit);
            });
        }
        address.setValues(Map.of("address", draft.address() == null ? "" : draft.address()));
    }

    /** Whether a place was given; says what is missing otherwise. */
    boolean validate() {
        boolean given = point() != null || communityId() != null;
        if (!given) {
            showError(getTranslation(
                    way.getValue() == Way.MAP ? "incident.place.error.map" : "incident.place.error.name"));
        } else {
            error.setVisible(false);
        }
        return given & address.validate();
    }

    void showError(String text) {
        error.setText(text);
        error.setVisible(true);
    }
}
