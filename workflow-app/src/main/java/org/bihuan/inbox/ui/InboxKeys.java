package org.bihuan.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Opens the list of keys; the keys themselves work in the browser without a round trip. */
@JavaScript("context://scripts/inbox.js")
final class InboxKeys extends Button {

    private static final List<String> KEYS = List.of("j", "k", "Enter", "c", "x", "X", "/", "v", "e", "?");

    InboxKeys() {
        setText(getTranslation("inbox.keys"));
        addClassName("inbox-keys");
        addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        addClickListener(click -> explain());
    }

    private void explain() {
        var list = new DescriptionList();
        list.addClassName("inbox-key-list");
        for (int i = 0; i < KEYS.size(); i++) {
            list.add(
                    new DescriptionList.Term(new Span(KEYS.get(i))),
                    new DescriptionList.Description(getTranslation("inbox.keys." + i)));
        }
        var dialog = new Dialog(getTranslation("inbox.keys"), list);
        dialog.getFooter().add(new Button(getTranslation("inbox.close"), click -> dialog.close()));
        dialog.open();
    }
}
