package org.bihuan.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Texts from {@code vaadin-i18n/translations.properties} (Chinese) and {@code translations_en.properties}. Vaadin's own
 * provider would fall back to the language of the server: on an English one Chinese readers would get English.
 */
@Component
class Translations implements I18NProvider {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    private static final String BUNDLE = "vaadin-i18n.translations";

    @Override
    public List<Locale> getProvidedLocales() {
        return Language.ALL;
    }

    @Override
    public Locale getDefaultLocale() {
        return Language.CHINESE;
    }

    /** The text, its places {0}, {1} … filled; the key itself where there is no text. */
    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        try {
            String text = bundle(locale).getString(key);
            return params.length == 0 ? text : new MessageFormat(text, locale).format(params);
        } catch (MissingResourceException e) {
            LOG.warn("No text for {}", key);
            return key;
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                Language.isChinese(locale) ? Locale.ROOT : Language.ENGLISH,
                Translations.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
