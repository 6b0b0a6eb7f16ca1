package org.bihuan.operation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;

/** One part of the system: its name, how good it is, and the figures behind that. */
class Reading extends Section {

    Reading(String title, Level level, List<String> words) {
        addClassNames("bihuan-card", "operation-reading", level.className());
        Icon icon = level.icon().create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span state = new Span(icon, new Span(getTranslation(level.translationKey())));
        state.addClassName("operation-state");
        UnorderedList lines = new UnorderedList();
        words.forEach(line -> lines.add(new ListItem(line)));
        add(new Header(new H2(title), state), lines);
    }

    /** Adds the way to the page on which something can be done about it. */
    Reading leadingTo(String route, String titleKey) {
        add(new Anchor(route, getTranslation(titleKey)));
        return this;
    }
}
