package org.bihuan.incident.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** Head of the pages for residents: the name of the product, a way to larger type. */
class PublicHeader extends Composite<Header> {

    PublicHeader() {
        getContent().addClassName("bihuan-public-header");
        var home = new Anchor("report", getTranslation("security.product"));
        home.addClassName("bihuan-public-name");
        var subtitle = new Span(getTranslation("incident.public.subtitle"));
        var larger = new Button(getTranslation("incident.public.larger"), click -> click.getSource()
                .getUI()
                .ifPresent(ui -> ui.getElement()
                        .getClassList()
                        .set(
                                "bihuan-large-type",
                                !ui.getElement().getClassList().contains("bihuan-large-type"))));
        larger.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().add(new Div(home, subtitle), larger);
    }
}
