package org.bihuan.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Set;
import java.util.function.Consumer;
import org.bihuan.inbox.InboxColumn;

/** Chooses the columns of the table; each choice shows at once. */
final class ColumnsDialog extends Dialog {

    ColumnsDialog(Set<InboxColumn> shown, Consumer<Set<InboxColumn>> choose) {
        setHeaderTitle(getTranslation("inbox.columns"));
        var columns = new CheckboxGroup<InboxColumn>(getTranslation("inbox.columns.shown"));
        columns.setItems(InboxColumn.values());
        columns.setItemLabelGenerator(column -> getTranslation("inbox.column." + column));
        columns.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        columns.setValue(shown);
        columns.addValueChangeListener(change -> choose.accept(change.getValue()));
        add(columns);
        getFooter().add(new Button(getTranslation("inbox.close"), click -> close()));
    }
}
