package org.bihuan.org;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.provider.Query;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists to choose colleagues from by typing a part of the name or of the unit's name. They load as they are scrolled
 * and tell role and unit of each.
 */
public final class StaffPicker {

    private static final int PAGE = 50;

    private StaffPicker() {}

    /**
     * Chooses one.
     *
     * @param without staff who make no sense here
     */
    public static ComboBox<Colleague> one(StaffService staff, String label, Set<Long> without) {
        var list = new ComboBox<Colleague>(label);
        list.setItems(query -> page(staff, without, query));
        dress(list);
        return list;
    }

    /**
     * Chooses several.
     *
     * @param without staff who make no sense here
     */
    public static MultiSelectComboBox<Colleague> several(StaffService staff, String label, Set<Long> without) {
        var list = new MultiSelectComboBox<Colleague>(label);
        list.setItems(query -> page(staff, without, query));
        dress(list);
        return list;
    }

    private static Stream<Colleague> page(StaffService staff, Set<Long> without, Query<Colleague, String> query) {
        return staff.colleagues(query.getFilter().orElse(""), without, query.getOffset(), query.getLimit()).stream();
    }

    private static void dress(ComboBoxBase<?, Colleague, ?> list) {
        list.setItemLabelGenerator(colleague -> colleague.name() + " · "
                + list.getTranslation("org.role." + colleague.role()) + " · " + colleague.unitName());
        list.setHelperText(list.getTranslation("org.picker.staff"));
        list.setClearButtonVisible(true);
        list.setPageSize(PAGE);
        list.setWidthFull();
    }
}
