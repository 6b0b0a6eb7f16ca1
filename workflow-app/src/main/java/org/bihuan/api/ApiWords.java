package org.bihuan.api;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Sentences in the language that a request asks for: Chinese, or English for whoever prefers anything else. */
@Component
public class ApiWords {

    private final I18NProvider words;

    ApiWords(I18NProvider words) {
        this.words = words;
    }

    /** Of a request that names no language: Chinese. */
    public static Locale locale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.CHINESE.getLanguage().equals(request.getLocale().getLanguage())
                        ? Locale.SIMPLIFIED_CHINESE
                        : Locale.ENGLISH;
    }

    public String word(Locale locale, String key, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }
}
