package org.bihuan.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.PersonalNumbers;
import org.bihuan.inbox.CaseRoutes;

/** Writes down what leaves the program: what happened to which case, and a link. */
class Letters {

    /** More are only counted. */
    private static final int MOST_LINES = 20;

    /** Route of the list of all notices. */
    private static final String LIST = "notices";

    private final NoticeWords words;
    private final CaseRoutes routes;
    private final String baseUrl;

    /** @param baseUrl address of the program for its users */
    Letters(NoticeWords words, CaseRoutes routes, String baseUrl) {
        this.words = words;
        this.routes = routes;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
    }

    /** @param rows at least one, oldest first */
    Letter of(String id, List<NoticeRow> rows, String language) {
        Locale locale = Locale.forLanguageTag(language);
        NoticeRow first = rows.getFirst();
        boolean one = rows.size() == 1;
        String subject = one
                ? words.text("notify.letter.subject", locale, words.kind(first.kind(), locale), first.title())
                : words.text("notify.letter.subject.digest", locale, String.valueOf(rows.size()));
        String url = baseUrl + (one ? route(first) : LIST);
        var lines = new ArrayList<String>();
        rows.stream().limit(MOST_LINES).forEach(row -> {
            lines.add(words.text(
                    "notify.letter.line",
                    locale,
                    DateFormats.dateTime(row.at(), locale),
                    words.kind(row.kind(), locale),
                    row.title(),
                    row.caseNumber()));
            // What people write may name a number after all; it is read in the program then.
            if (!row.words().isEmpty() && !PersonalNumbers.in(row.words())) {
                lines.add("  " + row.words());
            }
        });
        if (rows.size() > MOST_LINES) {
            lines.add(words.text("notify.letter.more", locale, String.valueOf(rows.size() - MOST_LINES)));
        }
        lines.add("");
        lines.add(url);
        lines.add("");
        lines.add(words.text("notify.letter.footer", locale, baseUrl + "account/notices"));
        return new Letter(id, subject, String.join("\n", lines), url);
    }

    private String route(NoticeRow row) {
        return routes.of(new CaseRef(row.family(), new CaseNumber(row.caseNumber())))
                .orElse(LIST);
    }
}
