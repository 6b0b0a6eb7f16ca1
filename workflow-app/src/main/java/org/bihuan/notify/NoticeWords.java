package org.bihuan.notify;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names of kinds of notices, in the language of whoever reads them. */
@Component
public class NoticeWords {

    private static final String PREFIX = "notify.kind.";

    private final I18NProvider texts;

    NoticeWords(I18NProvider texts) {
        this.texts = texts;
    }

    /** What happened in a few words; that something did, where the kind has no words of its own. */
    public String kind(String kind, Locale locale) {
        String words = texts.getTranslation(PREFIX + kind, locale);
        return words.startsWith(PREFIX) ? texts.getTranslation("notify.kind.other", locale) : words;
    }

    String text(String key, Locale locale, Object... values) {
        return texts.getTranslation(key, locale, values);
    }
}
