package org.bihuan.form;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Month and day names of the date pickers; Vaadin's own are English only. */
final class CalendarWords {

    private CalendarWords() {}

    static DatePickerI18n in(Locale locale, String today, String cancel) {
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setToday(today)
                .setCancel(cancel);
    }

    /** Vaadin counts from Sunday. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.rangeClosed(0, 6)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
