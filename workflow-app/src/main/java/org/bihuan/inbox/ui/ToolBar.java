package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** What can be done with the list as a whole; keys press the same buttons. */
final class ToolBar extends Composite<Div> {

    private final Button all;
    private final Button views;
    private final Button columns;

    ToolBar(Runnable selectAll, Runnable openViews, Runnable openColumns, Runnable openExport) {
        all = button("inbox.selectAll", "inbox-select-all", selectAll);
        views = button("inbox.views", "inbox-views", openViews);
        columns = button("inbox.columns", "inbox-columns", openColumns);
        getContent().addClassName("inbox-tools");
        getContent().add(all, views, columns, button("inbox.export", "inbox-export", openExport));
    }

    /** Shows only what means something for the list. */
    void use(boolean openTasks) {
        all.setVisible(openTasks);
        views.setVisible(openTasks);
        columns.setVisible(openTasks);
    }

    private Button button(String key, String className, Runnable press) {
        var button = new Button(getTranslation(key), click -> press.run());
        button.addClassName(className);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
