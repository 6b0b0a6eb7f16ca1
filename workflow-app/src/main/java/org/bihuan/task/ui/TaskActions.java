package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.HasMenuItems;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import org.bihuan.task.ui.TaskAction.Subject;
import org.springframework.beans.factory.ObjectProvider;

/** The bar of operations beside the one thing to do next: a few by name, the rest under 更多; on a phone all of them. */
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
        List<TaskAction> offered = actions.orderedStream()
                .filter(action -> action.offered(subject))
                .toList();
        var both = new Div(
                bar("task-actions-wide", offered, BY_NAME, subject, done),
                bar("task-actions-narrow", offered, 0, subject, done));
        both.addClassName("task-actions");
        both.setVisible(!offered.isEmpty());
        return both;
    }

    /** Both stand in the page and the style sheet shows one, so that nothing waits for the width of the screen. */
    private static MenuBar bar(String className, List<TaskAction> offered, int byName, Subject subject, Runnable done) {
        UI ui = UI.getCurrent();
        var bar = new MenuBar();
        bar.addClassName(className);
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        bar.getElement().setAttribute("aria-label", ui.getTranslation("task.actions"));
        // The dots for what does not fit, which Vaadin calls by an English name.
        bar.setI18n(new MenuBar.MenuBarI18n().setMoreOptions(ui.getTranslation("task.actions")));
        offered.stream().limit(byName).forEach(action -> add(bar, action, subject, done));
        if (offered.size() > byName) {
            var more = bar.addItem(ui.getTranslation("task.actions.more")).getSubMenu();
            offered.stream().skip(byName).forEach(action -> add(more, action, subject, done));
        }
        return bar;
    }

    private static void add(HasMenuItems menu, TaskAction action, Subject subject, Runnable done) {
        menu.addItem(UI.getCurrent().getTranslation(action.key()), click -> action.open(subject, done));
    }
}
