package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxViews;
import org.bihuan.inbox.SavedView;
import org.bihuan.inbox.ViewRefusedException;

/** Filters kept under names: choose one, keep the present one, rename, delete. */
final class ViewsDialog extends Dialog {

    private final InboxViews views;
    private final InboxFilter present;
    private final Consumer<InboxFilter> choose;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph empty = new Paragraph();

    /**
     * @param present filter that can be kept
     * @param choose uses a filter
     */
    ViewsDialog(InboxViews views, InboxFilter present, Consumer<InboxFilter> choose) {
        this.views = views;
        this.present = present;
        this.choose = choose;
        setHeaderTitle(getTranslation("inbox.views"));
        setWidth("min(30rem, 100%)");
        list.addClassName("inbox-views-list");
        empty.setText(getTranslation("inbox.views.empty"));
        add(list, empty, saving());
        getFooter().add(new Button(getTranslation("inbox.close"), click -> close()));
        show();
    }

    private void show() {
        List<SavedView> saved = views.list();
        list.removeAll();
        saved.forEach(view -> list.add(new ListItem(line(view))));
        list.setVisible(!saved.isEmpty());
        empty.setVisible(saved.isEmpty());
    }

    private Component line(SavedView view) {
        var line = new Div();
        line.addClassName("inbox-views-line");
        var use = new Button(view.name(), click -> {
            close();
            choose.accept(view.filter());
        });
        use.addClassName("inbox-views-use");
        var rename = new Button(getTranslation("inbox.views.rename"), click -> rename(line, view));
        rename.setAriaLabel(getTranslation("inbox.views.rename.what", view.name()));
        rename.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var delete = new Button(getTranslation("inbox.views.delete"), click -> {
            views.delete(view.id());
            show();
        });
        delete.setAriaLabel(getTranslation("inbox.views.delete.what", view.name()));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        line.add(use, rename, delete);
        return line;
    }

    private void rename(Div line, SavedView view) {
        TextField name = name("inbox.views.rename.what", view.name());
        name.setValue(view.name());
        var save = new Button(getTranslation("inbox.views.save"), click -> {
            if (kept(name, () -> views.rename(view.id(), name.getValue()))) {
                show();
            }
        });
        line.removeAll();
        line.add(name, save);
        name.focus();
    }

    private Component saving() {
        TextField name = name("inbox.views.name");
        var save = new Button(getTranslation("inbox.views.keep"), click -> {
            if (kept(name, () -> views.save(name.getValue(), present))) {
                name.clear();
                show();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var saving = new Div(name, save);
        saving.addClassName("inbox-views-line");
        return saving;
    }

    private TextField name(String label, Object... values) {
        var name = new TextField(getTranslation(label, values));
        name.setMaxLength(SavedView.LONGEST_NAME);
        return name;
    }

    /** Says beside the field what is wrong. */
    private boolean kept(TextField name, Runnable write) {
        name.setInvalid(false);
        try {
            write.run();
            return true;
        } catch (ViewRefusedException e) {
            name.setErrorMessage(getTranslation("inbox.views.refused." + e.reason(), SavedView.MOST));
            name.setInvalid(true);
            name.focus();
            return false;
        }
    }
}
