package org.bihuan.org.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.bihuan.org.DayPicker;
import org.bihuan.org.NewStaff.Appointment;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Role;
import org.bihuan.org.UnitPicker;

/** Which role at which unit from which day. */
class AppointmentFields extends Div {

    private final ComboBox<Role> role = new ComboBox<>();
    private final UnitPicker unit;
    private final DayPicker from;

    AppointmentFields(OrgService orgs, LocalDate today) {
        addClassName("org-dialog");
        role.setLabel(getTranslation("org.post.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(item -> getTranslation("org.role." + item.name()));
        role.setWidthFull();
        unit = UnitPicker.searching(orgs, null, Set.of());
        unit.setWidthFull();
        from = new DayPicker(getTranslation("org.post.from"));
        from.setValue(today);
        add(role, unit, from);
    }

    /** Whether nothing was chosen at all. */
    boolean untouched() {
        return role.isEmpty() && unit.isEmpty();
    }

    /** Empty, with the errors at the fields, as long as one is missing. */
    Optional<Appointment> appointment() {
        String missing = getTranslation("org.missing");
        role.setErrorMessage(missing);
        unit.setErrorMessage(missing);
        from.setErrorMessage(missing);
        role.setInvalid(role.isEmpty());
        unit.setInvalid(unit.isEmpty());
        from.setInvalid(from.isEmpty());
        OrgUnit chosen = unit.getValue();
        if (role.isEmpty() || chosen == null || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Appointment(chosen.id(), role.getValue(), from.getValue()));
    }
}
