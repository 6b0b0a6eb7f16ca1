package org.bihuan.shell;

import com.vaadin.flow.component.html.Anchor;

/** Leads to the same page in the other language, in whose own words it is labelled. */
class LanguageLink extends Anchor {

    LanguageLink() {
        boolean chinese = Language.isChinese(getLocale());
        setHref(chinese ? "language/en" : "language/zh");
        setText(chinese ? "English" : "中文");
        setRouterIgnore(true);
        getElement().setAttribute("lang", chinese ? "en" : "zh");
        addClassName("bihuan-language");
    }
}
