package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.InboxItem;

/** Offers what can be done with all selected items; there only while something is selected. */
final class BulkBar extends Composite<Div> {

    private final Selection selection;
    private final List<BulkVerb> verbs;
    private final Supplier<List<InboxItem>> shown;
    private final BiConsumer<BulkVerb, List<InboxItem>> begin;
    private final Span count = new Span();
    private final Span none = new Span();
    private final Div deeds = new Div();

    /**
     * @param shown items of the list
     * @param begin asks for what the verb needs, and does it
     */
    BulkBar(
            Selection selection,
            List<BulkVerb> verbs,
            Supplier<List<InboxItem>> shown,
            BiConsumer<BulkVerb, List<InboxItem>> begin) {
        this.selection = selection;
        this.verbs = verbs;
        this.shown = shown;
        this.begin = begin;
        count.getElement().setAttribute("role", "status");
        none.setText(getTranslation("inbox.bulk.none"));
        deeds.addClassName("inbox-bulk-deeds");
        var cancel = new Button(getTranslation("inbox.bulk.cancel"), click -> selection.clear());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().addClassName("inbox-bulk");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", getTranslation("inbox.bulk"));
        getContent().add(count, none, deeds, cancel);
        selection.onChange(this::show);
        show();
    }

    /** Shows what fits what is selected now. */
    void show() {
        List<InboxItem> chosen = chosen();
        setVisible(!chosen.isEmpty());
        deeds.removeAll();
        if (chosen.isEmpty()) {
            return;
        }
        count.setText(getTranslation("inbox.bulk.count", chosen.size()));
        verbs.stream().filter(verb -> chosen.stream().allMatch(verb::fits)).forEach(verb -> {
            var button = new Button(getTranslation(verb.key()), click -> begin.accept(verb, chosen()));
            if (deeds.getComponentCount() == 0) {
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            deeds.add(button);
        });
        none.setVisible(deeds.getComponentCount() == 0);
    }

    private List<InboxItem> chosen() {
        return shown.get().stream()
                .filter(item -> selection.holds(String.valueOf(item.id())))
                .toList();
    }
}
