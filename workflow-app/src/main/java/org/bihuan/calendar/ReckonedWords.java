package org.bihuan.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.calendar.Reckoning.Counted;
import org.bihuan.calendar.Reckoning.Skipped;
import org.bihuan.calendar.Reckoning.Step;
import org.bihuan.calendar.Reckoning.Worked;

/** A reckoning in words, a line for each step: 10-01 周四 至 10-07 周三 国庆节,不计. */
public final class ReckonedWords {

    /** Longer ways are shortened in the middle. */
    private static final int LINES = 12;

    private ReckonedWords() {}

    /** Start and term, the steps, the deadline. */
    public static List<String> lines(Reckoning reckoning, Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(text(
                locale,
                "calendar.reckoned.start",
                DateFormats.dateTime(reckoning.start(), locale),
                term(reckoning.term(), locale)));
        List<Step> steps = reckoning.steps();
        if (steps.isEmpty()) {
            lines.add(text(locale, "calendar.reckoned.clock"));
        }
        int head = steps.size() > LINES ? LINES / 2 : steps.size();
        int tail = steps.size() > LINES ? steps.size() - LINES / 2 : steps.size();
        steps.subList(0, head).forEach(step -> lines.add(words(step, locale)));
        if (tail > head) {
            lines.add(text(locale, "calendar.reckoned.more", tail - head));
        }
        steps.subList(tail, steps.size()).forEach(step -> lines.add(words(step, locale)));
        lines.add(text(locale, "calendar.reckoned.due", DateFormats.dateTime(reckoning.due(), locale)));
        return lines;
    }

    /** A term in words: 4 工作时. */
    public static String term(Term term, Locale locale) {
        return switch (term.unit()) {
            case WORKING_DAYS -> text(locale, "calendar.length.workingDays", term.amount());
            case WORKING_HOURS -> text(locale, "calendar.length.workingHours", term.amount());
            case DAYS -> text(locale, "calendar.length.days", term.amount());
            case HOURS -> text(locale, "calendar.length.hours", term.amount());
        };
    }

    private static String words(Step step, Locale locale) {
        return switch (step) {
            case Worked worked ->
                text(
                        locale,
                        worked.feast() == null ? "calendar.reckoned.worked" : "calendar.reckoned.worked.exchanged",
                        day(worked.day(), locale),
                        worked.spans().stream()
                                .map(span -> span.from() + "–" + span.to())
                                .collect(Collectors.joining(text(locale, "calendar.reckoned.and"))),
                        length(worked.used(), locale),
                        worked.feast());
            case Counted counted ->
                text(
                        locale,
                        counted.feast() == null ? "calendar.reckoned.counted" : "calendar.reckoned.counted.exchanged",
                        days(counted.first(), counted.last(), locale),
                        counted.days() == 1
                                ? String.valueOf(counted.upTo())
                                : (counted.upTo() - counted.days() + 1) + "–" + counted.upTo(),
                        counted.feast());
            case Skipped skipped ->
                text(
                        locale,
                        "calendar.reckoned.skipped",
                        days(skipped.first(), skipped.last(), locale),
                        skipped.feast() == null ? text(locale, "calendar.reckoned.weekend") : skipped.feast());
        };
    }

    private static String days(LocalDate first, LocalDate last, Locale locale) {
        return first.equals(last)
                ? day(first, locale)
                : text(locale, "calendar.reckoned.days", day(first, locale), day(last, locale));
    }

    private static String day(LocalDate day, Locale locale) {
        return DateFormats.format("MM-dd EEE", locale, day);
    }

    private static String length(Duration used, Locale locale) {
        if (used.toHours() == 0) {
            return text(locale, "calendar.length.minutes", used.toMinutes());
        }
        String hours = text(locale, "calendar.length.hours", used.toHours());
        return used.toMinutesPart() == 0
                ? hours
                : hours + " " + text(locale, "calendar.length.minutes", used.toMinutesPart());
    }

    private static String text(Locale locale, String key, Object... values) {
        return DueWords.text(locale, key, values);
    }
}
