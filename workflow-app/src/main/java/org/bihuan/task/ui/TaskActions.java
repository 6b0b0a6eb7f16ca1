package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import org.bihuan.task.ui.TaskAction.Subject;
import org.springframework.beans.factory.ObjectProvider;

/** The bar of operations beside the one thing to do next: a few by name, the rest under 更多. */
@org.springframework.stereotype.Component
public class TaskActions {

    private static final int BY_NAME = 3;

    private final ObjectProvider<TaskAction> actions;

    TaskActions(ObjectProvider<TaskAction> actions) {
        this.actions = actions;
    }

    /**
     * Buttons for what the reader can do with the subject.
     *
     * @param done called when something was done
     */
    public Component bar(Subject subject, Runnable done) {
        UI ui = UI.getCurrent();
        var bar = new MenuBar();
        bar.addClassName("task-actions");
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        bar.getElement().setAttribute("aria-label", ui.getTranslation("task.actions"));
        List<TaskAction> offered = actions.orderedStream()
                .filter(action -> action.offered(subject))
                .toList();
        offered.stream()
                .limit(BY_NAME)
                .forEach(action -> bar.addItem(ui.getTranslation(action.key()), click -> action.open(subject, done)));
        if (offered.size() > BY_NAME) {
            var more = bar.addItem(ui.getTranslation("task.actions.more")).getSubMenu();
            offered.stream()
                    .skip(BY_NAME)
                    .forEach(action ->
                            more.addItem(ui.getTranslation(action.key()), click -> action.open(subject, done)));
        }
        bar.setVisible(!offered.isEmpty());
        return bar;
    }
}
