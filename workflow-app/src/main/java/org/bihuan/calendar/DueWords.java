package org.bihuan.calendar;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * A deadline in words: 明天 11:10 到期 · 还剩 3 工作时. Reads the product's texts directly, so that messages sent by jobs can
 * use it as well as pages.
 */
@Component
public final class DueWords {

    private static final String BUNDLE = "vaadin-i18n.translations";

    /** Without a fallback to the language of the server, which nobody chose. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Supplier<CalendarSnapshot> calendar;

    DueWords(Supplier<CalendarSnapshot> calendar) {
        this.calendar = calendar;
    }

    /**
     * When it is due and what is left, or how long it is over. What is left is told in working days when it is a whole
     * working day or more, counted like a term: those after today. Less is told in working hours or minutes, rounded
     * down. Where no working time lies between, hours by the clock are told.
     *
     * @param unitsNearestFirst as in {@link WorkingCalendar}: whose hours count
     */
    public String words(Instant due, Instant now, List<Long> unitsNearestFirst, Locale locale) {
        WorkingTime reckoning = calendar.get().reckoning(unitsNearestFirst);
        if (now.isAfter(due)) {
            return text(locale, "calendar.due.over", length(reckoning, due, now, locale));
        }
        return text(locale, "calendar.due.left", when(due, now, locale), length(reckoning, now, due, locale));
    }

    /** When it is due, without what is left: 明天 11:10. */
    public String when(Instant due, Instant now, Locale locale) {
        LocalDate today = DateFormats.day(now);
        LocalDate day = DateFormats.day(due);
        String time = DateFormats.time(due);
        if (day.equals(today)) {
            return text(locale, "calendar.due.today", time);
        }
        if (day.equals(today.plusDays(1))) {
            return text(locale, "calendar.due.tomorrow", time);
        }
        if (day.equals(today.minusDays(1))) {
            return text(locale, "calendar.due.yesterday", time);
        }
        if (day.isAfter(today) && sameWeek(day, today)) {
            return DateFormats.format("EEE", locale, day) + " " + time;
        }
        return DateFormats.format(day.getYear() == today.getYear() ? "MM-dd EEE" : "yyyy-MM-dd EEE", locale, day) + " "
                + time;
    }

    private static String length(WorkingTime reckoning, Instant from, Instant to, Locale locale) {
        Duration working = reckoning.between(from, to);
        if (working.compareTo(reckoning.fullDay()) >= 0) {
            int days = reckoning.daysAfter(DateFormats.day(from), DateFormats.day(to));
            if (days > 0) {
                return text(locale, "calendar.length.workingDays", days);
            }
        }
        if (working.toHours() > 0) {
            return text(locale, "calendar.length.workingHours", working.toHours());
        }
        Duration clock = working.isZero() ? Duration.between(from, to) : working;
        if (clock.toDays() > 0) {
            return text(locale, "calendar.length.days", clock.toDays());
        }
        if (clock.toHours() > 0) {
            return text(locale, "calendar.length.hours", clock.toHours());
        }
        return clock.toMinutes() > 0
                ? text(locale, "calendar.length.minutes", clock.toMinutes())
                : text(locale, "calendar.length.moment");
    }

    private static boolean sameWeek(LocalDate a, LocalDate b) {
        return a.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == b.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                && a.get(IsoFields.WEEK_BASED_YEAR) == b.get(IsoFields.WEEK_BASED_YEAR);
    }

    static String text(Locale locale, String key, Object... values) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }
}
