package org.bihuan.org;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A date picker in the reader's language, because Vaadin's own words are English only; dates as 2026-11-22. */
public final class DayPicker extends DatePicker {

    public DayPicker(String label) {
        super(label);
        setI18n(words(getLocale(), key -> getTranslation(key)));
        setAutoOpen(false);
        setWidthFull();
    }

    static DatePickerI18n words(Locale locale, UnaryOperator<String> texts) {
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.NARROW_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setDateFormat("yyyy-MM-dd")
                .setToday(texts.apply("org.day.today"))
                .setCancel(texts.apply("org.cancel"))
                .setBadInputErrorMessage(texts.apply("org.day.bad"))
                .setMinErrorMessage(texts.apply("org.day.tooEarly"));
    }

    /** Vaadin counts from Sunday. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.rangeClosed(0, 6)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
