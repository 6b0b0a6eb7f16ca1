package org.bihuan.incident.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Head of the pages for residents: the product, a way to larger type, and to the other language. */
class PublicHeader extends Composite<Header> {

    PublicHeader() {
        var mark = new Image("icons/icon.svg", "");
        mark.addClassName("bihuan-mark");
        var brand = new Anchor("report");
        brand.addClassName("bihuan-brand");
        brand.add(mark, new Span(getTranslation("security.product")));
        var larger = new Button(
                getTranslation("incident.public.larger"),
                click -> click.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.getElement()
                                .getClassList()
                                .set(
                                        "bihuan-large-type",
                                        !ui.getElement().getClassList().contains("bihuan-large-type"))));
        larger.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        boolean chinese = Locale.CHINESE.getLanguage().equals(getLocale().getLanguage());
        var language = new Anchor(chinese ? "language/en" : "language/zh", chinese ? "English" : "中文");
        language.addClassName("bihuan-language");
        language.setRouterIgnore(true);
        getContent().add(brand, new Div(larger, language));
    }
}
