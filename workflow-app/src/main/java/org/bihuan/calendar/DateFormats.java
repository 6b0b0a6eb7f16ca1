package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates as people read them: {@code 2026-11-22 周日 16:10}. Every locale but English is shown Chinese. */
public final class DateFormats {

    /** The zone in which the product shows and reckons time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private DateFormats() {}

    /** {@code 2026-11-22 周日 16:10}. */
    public static String dateTime(Instant instant, Locale locale) {
        return format("yyyy-MM-dd EEE HH:mm", locale, instant.atZone(ZONE));
    }

    /** {@code 2026-11-22 16:10}: the same in every language, for notes that stay. */
    public static String plain(Instant instant) {
        return format("yyyy-MM-dd HH:mm", Locale.ENGLISH, instant.atZone(ZONE));
    }

    /** {@code 2026-11-22 周日}. */
    public static String date(LocalDate date, Locale locale) {
        return format("yyyy-MM-dd EEE", locale, date);
    }

    /** {@code 2026-11-22 周日}: the day in the product's zone. */
    public static String date(Instant instant, Locale locale) {
        return date(day(instant), locale);
    }

    /** {@code 16:10}. */
    public static String time(Instant instant) {
        return format("HH:mm", Locale.ENGLISH, instant.atZone(ZONE));
    }

    /** The day on which the instant falls in the product's zone. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    static String format(String pattern, Locale locale, TemporalAccessor value) {
        Locale shown = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return DateTimeFormatter.ofPattern(pattern, shown).format(value);
    }
}
