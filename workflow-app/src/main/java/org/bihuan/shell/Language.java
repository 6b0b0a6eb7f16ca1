package org.bihuan.shell;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two languages, and which one a visitor gets: the one chosen before, else the browser's, else Chinese. */
final class Language {

    /** Name of the cookie that keeps the choice. */
    static final String COOKIE = "bihuan-language";

    static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    static final Locale ENGLISH = Locale.ENGLISH;

    static final List<Locale> ALL = List.of(CHINESE, ENGLISH);

    private Language() {}

    static Locale of(VaadinRequest request) {
        return of(request.getCookies(), request.getHeader("Accept-Language"), request.getLocales());
    }

    static Locale of(HttpServletRequest request) {
        return of(request.getCookies(), request.getHeader("Accept-Language"), request.getLocales());
    }

    private static Locale of(
            Cookie @Nullable [] cookies, @Nullable String acceptLanguage, Enumeration<Locale> locales) {
        String chosen = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
        // A request without the header reports the server's own locale, which says nothing about the visitor.
        List<Locale> browser = acceptLanguage == null ? List.of() : Collections.list(locales);
        return choose(chosen, browser);
    }

    /**
     * @param chosen value of the cookie
     * @param browser what the browser asks for, best first
     */
    static Locale choose(@Nullable String chosen, List<Locale> browser) {
        if ("zh".equals(chosen)) {
            return CHINESE;
        }
        if ("en".equals(chosen)) {
            return ENGLISH;
        }
        return browser.isEmpty() || isChinese(browser.getFirst()) ? CHINESE : ENGLISH;
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(CHINESE.getLanguage());
    }
}
