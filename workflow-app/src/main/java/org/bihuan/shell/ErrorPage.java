package org.bihuan.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One sentence what happened, one what to do, and the way home; the same for staff and residents. */
abstract class ErrorPage extends Div {

    void show(String heading, String advice) {
        show(heading, advice, "");
    }

    /**
     * @param number of the error, to be read out on the phone; empty when there is none
     */
    void show(String heading, String advice, String number) {
        removeAll();
        addClassNames("bihuan-public", "bihuan-error");
        Image mark = new Image("icons/icon.svg", "");
        mark.addClassName("bihuan-mark");
        Div brand = new Div(mark, new Span(getTranslation("security.product")));
        brand.addClassName("bihuan-brand");
        Anchor home = new Anchor("", getTranslation("shell.error.home"));
        Anchor report = new Anchor("report", getTranslation("security.login.report"));
        Div ways = new Div(home, report);
        ways.addClassName("bihuan-ways");
        Div card = new Div(new H1(heading), new Paragraph(advice));
        if (!number.isEmpty()) {
            Paragraph spoken = new Paragraph(number);
            spoken.addClassName("bihuan-error-number");
            // Letter by letter, or a screen reader makes a word of it.
            spoken.getElement().setAttribute("role", "text");
            spoken.getElement().setAttribute("aria-label", String.join(" ", number.split("")));
            card.add(spoken);
        }
        card.add(ways);
        card.addClassName("bihuan-card");
        add(new Header(brand), new Main(card));
    }
}
