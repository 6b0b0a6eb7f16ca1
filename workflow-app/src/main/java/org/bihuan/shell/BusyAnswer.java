package org.bihuan.shell;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bihuan.transaction.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 and when to come back, in plain words, where the program is too busy to answer a request at all: pages,
 * photos, borders, interfaces. Around everything else, because already the question who asks needs a connection. An open
 * page tries by itself until it gets through; what was typed into it stays.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BusyAnswer extends OncePerRequestFilter {

    /** In seconds. */
    static final String RETRY_AFTER = "5";

    private static final Logger LOG = LoggerFactory.getLogger(BusyAnswer.class);

    private final I18NProvider texts;

    BusyAnswer(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || !BusyException.isCauseOf(e)) {
                throw e;
            }
            LOG.info("Too busy to answer a request: {}", e.getMessage());
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Language.of(request);
        String title = texts.getTranslation("shell.busy.title", locale);
        String advice = texts.getTranslation("shell.busy.advice", locale);
        String accepted = request.getHeader("Accept");
        boolean page = accepted != null && accepted.contains("text/html");
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", RETRY_AFTER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType(page ? "text/html" : "application/json");
        // Own texts without markup or quotes, so they fit both.
        response.getWriter()
                .write(
                        page
                                ? PAGE.formatted(locale.toLanguageTag(), title, title, advice)
                                : "{\"error\":\"busy\",\"message\":\"" + title + "\"}");
    }

    private static final String PAGE = """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="5"><title>%s</title>
        <style>body{font:1.125rem/1.6 sans-serif;margin:20vh auto;max-width:32rem;padding:0 1rem;color:#1a2b42}</style>
        </head>
        <body><main><h1>%s</h1><p>%s</p></main></body>
        </html>
        """;
}
